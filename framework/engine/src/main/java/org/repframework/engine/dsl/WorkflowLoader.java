package org.repframework.engine.dsl;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.repframework.engine.plan.PlanBuilder;
import org.repframework.engine.plan.PlanContext;
import org.repframework.engine.problem.Severity;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.store.ContentHashes;

/**
 * Compiles a script, which checks its syntax tree, and evaluates it, which trains nothing: together they yield a plan, or
 * all that is wrong with the script.
 */
public final class WorkflowLoader {

    private final Registry registry;

    @Inject
    public WorkflowLoader(Registry registry) {
        this.registry = registry;
    }

    /**
     * Loads Groovy's compiler on a thread of its own, so that it is there when the first script is: a tenth of the time of
     * a short check.
     */
    public static void loadCompiler() {
        var thread = new Thread(
                () -> new GroovyClassLoader(WorkflowLoader.class.getClassLoader(), configuration())
                        .parseClass("def numbers = [1]\nnumbers.each { it + 1 }\n"),
                "compiler");
        thread.setDaemon(true);
        thread.start();
    }

    /** @throws IOException if the script cannot be read */
    public Workflow load(PlanContext context, ContentHashes files) throws IOException {
        return load(context, files, new Repairs());
    }

    private Workflow load(PlanContext context, ContentHashes files, Repairs repairs) throws IOException {
        var builder = new PlanBuilder(registry, context, files);
        var sources = new ScriptSources(context.script(), repairs);
        var words = new ScriptWords(sources);
        var findings = new Findings(sources, words);
        try {
            var script = compile(sources, findings, builder, repairs);
            script.connect(builder, sources, words);
            script.run();
            builder.conclude();
        } catch (MultipleCompilationErrorsException errors) {
            var found = SyntaxErrors.read(errors, sources);
            if (repairs.add(found, sources)) {
                return load(context, files, repairs);
            }
            found.stream()
                    .map(SyntaxError::problem)
                    .filter(problem -> !repairs.problems().contains(problem))
                    .forEach(builder::refuse);
        } catch (Throwable thrown) { // whatever a script throws is told as its own
            if (!repairs.areNeeded()) {
                builder.refuse(new ScriptFailure(sources, words).problem(thrown));
            }
        }
        repairs.problems().forEach(builder::refuse);
        var plan = builder.build(sources.all());
        findings.uniteWith(builder.problems());
        var problems = builder.problems().all();
        var right = problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        return new Workflow(
                sources.all(),
                right ? Optional.of(plan) : Optional.empty(),
                problems,
                builder.parameters().declared());
    }

    /**
     * The comment with which a script begins, without its slashes; empty if it begins otherwise.
     *
     * @throws IOException if the script cannot be read, in words
     */
    public static String question(Path script) throws IOException {
        var comment = new StringBuilder();
        for (var line : ScriptSources.read(script).lines().toList()) {
            if (!line.startsWith("//")) {
                break;
            }
            comment.append(line.substring(2).strip()).append('\n');
        }
        return comment.toString().strip();
    }

    private static CompilerConfiguration configuration() {
        var configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(WorkflowScript.class.getName());
        // a script runs once: linking its calls dynamically costs more than it ever saves
        configuration.getOptimizationOptions().put(CompilerConfiguration.INVOKEDYNAMIC, false);
        return configuration;
    }

    private WorkflowScript compile(ScriptSources sources, Findings findings, PlanBuilder builder, Repairs repairs) {
        var configuration = configuration();
        configuration.addCompilationCustomizers(
                repairs.imports(),
                new Inclusion(sources, builder::refuse),
                new Checking(findings, new VerbCalls(registry, sources)));
        // stays open: closures of the script load classes while it runs
        var loader = new GroovyClassLoader(WorkflowLoader.class.getClassLoader(), configuration);
        var code = new GroovyCodeSource(sources.text(), sources.script().file(), "/workflow");
        Class<?> type = loader.parseClass(code, false);
        try {
            return (WorkflowScript) type.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
