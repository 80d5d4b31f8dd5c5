package org.repframework.engine.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.NearFiles;
import org.repframework.engine.problem.Problem;

/**
 * Puts the statements, functions and imports of a file in the place of {@code include 'file.groovy'}, once: what is
 * included again, or in a circle, is passed over.
 */
final class Inclusion extends CompilationCustomizer {

    static final String VERB = "include";

    private final ScriptSources sources;
    private final Consumer<Problem> problems;

    Inclusion(ScriptSources sources, Consumer<Problem> problems) {
        super(CompilePhase.CONVERSION);
        this.sources = sources;
        this.problems = problems;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (type.isScriptBody()) {
            splice(source.getAST().getStatementBlock().getStatements(), source, type);
        }
    }

    private void splice(List<Statement> statements, SourceUnit source, ClassNode type) {
        var spliced = new ArrayList<Statement>();
        for (var statement : statements) {
            var file = includedFile(statement);
            if (file.isEmpty()) {
                spliced.add(statement);
            } else {
                read(file.get(), source).ifPresent(included -> spliced.addAll(statements(included, source, type)));
            }
        }
        statements.clear();
        statements.addAll(spliced);
    }

    private List<Statement> statements(ModuleNode included, SourceUnit source, ClassNode type) {
        var statements = included.getStatementBlock().getStatements();
        splice(statements, source, type);
        included.getMethods().forEach(type::addMethod);
        var module = source.getAST();
        included.getImports().forEach(one -> module.addImport(one.getAlias(), one.getType()));
        included.getStarImports().forEach(one -> module.addStarImport(one.getPackageName()));
        included.getStaticImports()
                .forEach((alias, one) -> module.addStaticImport(one.getType(), one.getFieldName(), alias));
        included.getStaticStarImports().forEach((name, one) -> module.addStaticStarImport(name, one.getType()));
        return statements;
    }

    private static Optional<ConstantExpression> includedFile(Statement statement) {
        if (statement instanceof ExpressionStatement expression
                && expression.getExpression() instanceof MethodCallExpression call
                && call.isImplicitThis()
                && VERB.equals(call.getMethodAsString())
                && call.getArguments() instanceof TupleExpression arguments
                && arguments.getExpressions().size() == 1
                && arguments.getExpression(0) instanceof ConstantExpression constant
                && constant.getValue() instanceof String) {
            return Optional.of(constant);
        }
        return Optional.empty();
    }

    private Optional<ModuleNode> read(ConstantExpression file, SourceUnit source) {
        var path = sources.folder(file.getLineNumber()).resolve(file.getText()).normalize();
        if (!Files.isRegularFile(path)) {
            problems.accept(Problem.of(
                            Code.INCLUDE_MISSING,
                            sources.place(file),
                            "there is no file '" + file.getText() + "' to include")
                    .instead(path.getFileName().toString(), scripts(path))
                    .todo("the path counts from the folder of the script that includes it"));
            return Optional.empty();
        }
        try {
            return sources.include(path).map(text -> parse(text, source));
        } catch (IOException cause) {
            problems.accept(Problem.of(
                    Code.UNREADABLE_WORKFLOW,
                    sources.place(file),
                    "'" + file.getText() + "' cannot be read: " + cause.getMessage()));
            return Optional.empty();
        }
    }

    private static List<String> scripts(Path missing) {
        return NearFiles.beside(missing).stream()
                .filter(name -> name.endsWith(".groovy"))
                .toList();
    }

    private static ModuleNode parse(String text, SourceUnit source) {
        var unit = new SourceUnit(
                source.getName(), text, source.getConfiguration(), source.getClassLoader(), source.getErrorCollector());
        unit.parse();
        unit.completePhase();
        unit.nextPhase();
        unit.convert();
        return unit.getAST();
    }
}
