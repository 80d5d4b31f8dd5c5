package org.repframework.engine.dsl;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.repframework.engine.plan.PlanBuilder;
import org.repframework.engine.plan.PlanContext;
import org.repframework.engine.plan.Source;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.problem.Severity;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.store.ContentHashes;

/** Compiles a script and evaluates it, which trains nothing: it yields a plan, or all that is wrong with the script. */
public final class WorkflowLoader {

    private final Registry registry;

    @Inject
    public WorkflowLoader(Registry registry) {
        this.registry = registry;
    }

    /** @throws IOException if the script cannot be read */
    public Workflow load(PlanContext context, ContentHashes files) throws IOException {
        var source = Files.readString(context.script());
        var builder = new PlanBuilder(registry, context, files);
        var variables = new HashSet<String>();
        var fileName = context.script().getFileName().toString();
        try {
            var script = compile(source, fileName, variables);
            script.connect(builder, fileName, variables);
            script.run();
        } catch (MultipleCompilationErrorsException errors) {
            refuseSyntax(errors, builder, fileName);
        } catch (RuntimeException | LinkageError | AssertionError thrown) {
            builder.refuse(Code.SCRIPT_FAILS, place(thrown, fileName), "the script fails here: " + message(thrown));
        }
        var sources = List.of(new Source(fileName, source));
        var plan = builder.build(sources);
        var problems = builder.problems();
        var right = problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        return new Workflow(
                sources,
                right ? Optional.of(plan) : Optional.empty(),
                problems,
                builder.parameters().declared());
    }

    /** The comment with which a script begins, without its slashes; empty if it begins otherwise. */
    public static String question(Path script) throws IOException {
        var comment = new StringBuilder();
        for (var line : Files.readAllLines(script)) {
            if (!line.startsWith("//")) {
                break;
            }
            comment.append(line.substring(2).strip()).append('\n');
        }
        return comment.toString().strip();
    }

    private static WorkflowScript compile(String source, String fileName, Set<String> variables) {
        var configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(WorkflowScript.class.getName());
        // a script runs once: linking its calls dynamically costs more than it ever saves
        configuration.getOptimizationOptions().put(CompilerConfiguration.INVOKEDYNAMIC, false);
        configuration.addCompilationCustomizers(new CallSites(WorkflowScript.verbs(), variables));
        // stays open: closures of the script load classes while it runs
        var loader = new GroovyClassLoader(WorkflowLoader.class.getClassLoader(), configuration);
        Class<?> type = loader.parseClass(new GroovyCodeSource(source, fileName, "/workflow"), false);
        try {
            return (WorkflowScript) type.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void refuseSyntax(MultipleCompilationErrorsException errors, PlanBuilder builder, String file) {
        for (var error : errors.getErrorCollector().getErrors()) {
            if (error instanceof SyntaxErrorMessage syntax) {
                var cause = syntax.getCause();
                var place = new Place(
                        file, cause.getStartLine(), cause.getStartColumn(), cause.getEndLine(), cause.getEndColumn());
                builder.refuse(Code.NOT_GROOVY, place, cause.getOriginalMessage());
            } else {
                builder.refuse(Problem.outside(Code.NOT_GROOVY, error.toString()));
            }
        }
    }

    private static Place place(Throwable thrown, String fileName) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> fileName.equals(frame.getFileName()))
                .findFirst()
                .map(frame -> Place.ofLine(fileName, frame.getLineNumber()))
                .orElse(Place.OUTSIDE);
    }

    private static String message(Throwable thrown) {
        var text = thrown.getMessage();
        return text == null
                ? thrown.getClass().getSimpleName()
                : text.lines().findFirst().orElse("").strip();
    }
}
