package org.repframework.engine.dsl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;
import org.repframework.engine.problem.Place;

/** The words of a script: where each property, method and variable is named, and which names it declares. */
final class ScriptWords extends CodeVisitorSupport {

    private static final Pattern DELEGATION = Pattern.compile("\\b(delegate|rehydrate|metaClass|use)\\b");

    private record Word(int line, Place place) {}

    private final ScriptSources sources;
    private final Map<String, List<Word>> words = new HashMap<>();
    private final Set<String> declared = new TreeSet<>();
    private final Set<String> assigned = new HashSet<>();

    ScriptWords(ScriptSources sources) {
        this.sources = sources;
    }

    /** Names of variables and of parameters of closures. */
    Set<String> declared() {
        return declared;
    }

    /** Names that are assigned to without being declared: plain Groovy keeps them for the whole script. */
    Set<String> assigned() {
        return assigned;
    }

    /** Reads a class of the script, with its functions. */
    void read(ClassNode type) {
        type.getMethods().stream()
                .filter(method -> method.getCode() != null)
                .forEach(method -> method.getCode().visit(this));
    }

    /** Whether the script changes what words mean while it is evaluated. */
    boolean delegates() {
        return sources.all().stream()
                .anyMatch(source -> DELEGATION.matcher(source.text()).find());
    }

    private void declare(String name) {
        declared.add(name);
    }

    /** The word nearest to a line that is being evaluated; the whole line if there is none. */
    Place find(String name, int line) {
        Word nearest = null;
        for (var word : words.getOrDefault(name, List.of())) {
            if (nearest == null || Math.abs(word.line() - line) < Math.abs(nearest.line() - line)) {
                nearest = word;
            }
        }
        return nearest == null ? sources.line(line) : nearest.place();
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        if (declaration.isMultipleAssignmentDeclaration()) {
            declaration.getTupleExpression().getExpressions().forEach(one -> declare(one.getText()));
        } else {
            declare(declaration.getVariableExpression().getName());
        }
        super.visitDeclarationExpression(declaration);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression binary) {
        if (binary.getOperation().getType() == Types.ASSIGN
                && binary.getLeftExpression() instanceof VariableExpression variable
                && variable.getAccessedVariable() instanceof DynamicVariable) {
            assigned.add(variable.getName());
        }
        super.visitBinaryExpression(binary);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        if (closure.getParameters() != null) {
            for (var parameter : closure.getParameters()) {
                declare(parameter.getName());
            }
        }
        super.visitClosureExpression(closure);
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        note(property.getPropertyAsString(), property.getProperty());
        super.visitPropertyExpression(property);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        note(call.getMethodAsString(), call.getMethod());
        super.visitMethodCallExpression(call);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        note(variable.getName(), variable);
        super.visitVariableExpression(variable);
    }

    private void note(String name, ASTNode node) {
        if (name != null && node.getLineNumber() > 0) {
            words.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(new Word(node.getLineNumber(), sources.place(node)));
        }
    }
}
