package org.repframework.engine.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/**
 * Rewrites each call of a verb, {@code record('units', net, layer: l)}, to {@code at$(places, 'record', ...)}, so that a
 * message can point at the very argument. The places travel as a constant: {@link Sites} reads them.
 */
final class CallSites extends ClassCodeExpressionTransformer {

    static final String METHOD = "at$";

    private final SourceUnit source;
    private final Set<String> rewritten = WorkflowScript.located();

    CallSites(SourceUnit source, ClassNode type) {
        this.source = source;
        type.getMethods().forEach(method -> rewritten.remove(method.getName()));
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    @Override
    public Expression transform(Expression expression) {
        if (expression instanceof ClosureExpression closure) {
            closure.removeNodeMetaData(
                    StaticTypesMarker.INFERRED_RETURN_TYPE); // names a class that the checker made up
            visitClosureExpression(closure);
            return closure;
        }
        var inner = expression == null ? null : super.transform(expression);
        return inner instanceof MethodCallExpression call && isVerb(call) ? rewrite(call) : inner;
    }

    private boolean isVerb(MethodCallExpression call) {
        return call.isImplicitThis()
                && call.getMethodAsString() != null
                && rewritten.contains(call.getMethodAsString());
    }

    private static Expression rewrite(MethodCallExpression call) {
        var arguments = arguments(call);
        var all = new ArrayList<Expression>();
        all.add(new ConstantExpression(places(call, arguments)));
        all.add(call.getMethod());
        all.addAll(arguments);
        var replaced =
                new MethodCallExpression(VariableExpression.THIS_EXPRESSION, METHOD, new ArgumentListExpression(all));
        replaced.setImplicitThis(true);
        replaced.setSourcePosition(call);
        return replaced;
    }

    /** The arguments, named ones as a map in front. */
    private static List<Expression> arguments(MethodCallExpression call) {
        var arguments = ((TupleExpression) call.getArguments()).getExpressions();
        return arguments.stream()
                .map(one -> one instanceof MapExpression map ? new MapExpression(map.getMapEntryExpressions()) : one)
                .toList();
    }

    private static String places(MethodCallExpression call, List<Expression> arguments) {
        var text = new StringJoiner(";");
        text.add(place(call.getMethod()));
        for (var argument : arguments) {
            if (argument instanceof MapExpression map) {
                for (MapEntryExpression entry : map.getMapEntryExpressions()) {
                    var key = entry.getKeyExpression();
                    text.add(key.getText().replaceAll("[;=]", "_") + "=" + place(key) + "="
                            + value(entry.getValueExpression()));
                }
            } else {
                text.add(value(argument));
            }
        }
        return text.toString();
    }

    /** A value and, of a list, each of its elements. */
    private static String value(Expression value) {
        var text = new StringJoiner(",").add(place(value));
        if (value instanceof ListExpression list
                && list.getExpressions().stream().noneMatch(SpreadExpression.class::isInstance)) {
            list.getExpressions().forEach(element -> text.add(place(element)));
        }
        return text.toString();
    }

    private static String place(ASTNode node) {
        return node.getLineNumber() + ":" + node.getColumnNumber() + ":" + node.getLastLineNumber() + ":"
                + node.getLastColumnNumber();
    }
}
