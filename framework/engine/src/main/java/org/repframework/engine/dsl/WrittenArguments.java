package org.repframework.engine.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** The arguments of a call as they are written, and as far as they are known before the script is evaluated. */
final class WrittenArguments {

    private final List<Expression> positional = new ArrayList<>();
    private final Map<Expression, Expression> named = new LinkedHashMap<>();
    private final Function<ASTNode, ClassNode> typeOf;
    private final HandleTypes types;
    private boolean namesKnown = true;

    WrittenArguments(MethodCallExpression call, Function<ASTNode, ClassNode> typeOf, HandleTypes types) {
        this.typeOf = typeOf;
        this.types = types;
        for (var argument : ((TupleExpression) call.getArguments()).getExpressions()) {
            if (argument instanceof MapExpression map) {
                take(map);
            } else {
                positional.add(argument);
                namesKnown &= !isSpread(argument)
                        && (constant(argument).isPresent() || artifact(argument).isPresent());
            }
        }
    }

    private void take(MapExpression map) {
        for (var entry : map.getMapEntryExpressions()) {
            if (entry.getKeyExpression() instanceof ConstantExpression key) {
                named.put(key, entry.getValueExpression());
            } else {
                namesKnown = false;
            }
        }
    }

    List<Expression> positional() {
        return positional;
    }

    Map<Expression, Expression> named() {
        return named;
    }

    /** Whether the names are all that the call gives: what is spread, or may be a map, can give more. */
    boolean areAllNamesKnown() {
        return namesKnown;
    }

    /** The positional arguments that are known to be results, with the type of artifact. */
    Map<Expression, Class<?>> results() {
        var results = new LinkedHashMap<Expression, Class<?>>();
        positional.forEach(one -> artifact(one).ifPresent(type -> results.put(one, type)));
        return results;
    }

    Optional<Class<?>> artifact(Expression expression) {
        return types.artifact(typeOf.apply(expression));
    }

    boolean isMap(Expression expression) {
        var type = typeOf.apply(expression);
        return type != null && StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, ClassHelper.MAP_TYPE);
    }

    static boolean isSpread(Expression expression) {
        return expression instanceof SpreadExpression || expression instanceof SpreadMapExpression;
    }

    static Optional<Object> constant(Expression expression) {
        return expression instanceof ConstantExpression constant && constant.getValue() != null
                ? Optional.of(constant.getValue())
                : Optional.empty();
    }

    /** A constant, or a list of constants. */
    static Optional<Object> literal(Expression expression) {
        if (!(expression instanceof ListExpression list)) {
            return constant(expression);
        }
        var values =
                list.getExpressions().stream().map(WrittenArguments::constant).toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::get).toList())
                : Optional.empty();
    }
}
