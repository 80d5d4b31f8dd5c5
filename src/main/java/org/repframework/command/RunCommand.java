package org.repframework.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.repframework.engine.Engine;
import org.repframework.engine.RunRequest;
import org.repframework.engine.dsl.Workflow;
import org.repframework.engine.plan.Parameter;
import org.repframework.engine.problem.Code;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.run.Outcome.State;
import org.repframework.engine.run.RunFolder;
import org.repframework.engine.store.StoreLock.StoreBusy;
import org.repframework.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Runs a workflow: computes what is not known yet and writes the report.")
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkflowOptions options;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where reports go: DIR/<workflow>/<run>/report.html (default: ${DEFAULT-VALUE}).")
    private Path results;

    @Mixin
    private Workers workers;

    @Option(
            names = {"-h", "--help"},
            description = "Shows this help, and the parameters of the workflow.")
    private boolean help;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (help) {
            return explain(options.read().workflow());
        }
        Targets.check("--store", options.store);
        Targets.check("--results", results);
        var loaded = options.load();
        if (loaded.workflow().plan().isEmpty()) {
            return options.refuse(loaded.workflow());
        }
        var sideBySide = workers.count(options.threads);
        var request = new RunRequest(
                options.script,
                Path.of("").toAbsolutePath(),
                given(loaded.workflow()),
                defaults(loaded.workflow()),
                results.toAbsolutePath().normalize(),
                options.threads,
                sideBySide);
        var progress = Progress.start();
        var farewell = new Thread(() ->
                System.err.println("interrupted; what is finished is kept, and the same command goes on from there"));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            var run = loaded.injector()
                    .getInstance(Engine.class)
                    .run(loaded.workflow().plan().get(), request, progress);
            progress.close();
            new Report().write(run).forEach(complaint -> System.err.println("warning: " + complaint));
            if (run.isComplete()) {
                RunFolder.markLatest(run);
            }
            return conclude(run);
        } catch (StoreBusy busy) {
            throw new UserError(Code.STORE_BUSY, busy.getMessage());
        } finally {
            progress.close();
            unlessInterrupted(() -> Runtime.getRuntime().removeShutdownHook(farewell));
        }
    }

    private static Map<String, Object> defaults(Workflow workflow) {
        var defaults = new LinkedHashMap<String, Object>();
        workflow.parameters().forEach(parameter -> defaults.put(parameter.name(), parameter.defaultValue()));
        return defaults;
    }

    private static Map<String, Object> given(Workflow workflow) {
        var given = new LinkedHashMap<String, Object>();
        workflow.parameters().stream()
                .filter(Parameter::isGiven)
                .forEach(parameter -> given.put(parameter.name(), parameter.value()));
        return given;
    }

    private static int conclude(CompletedRun run) {
        var plan = run.plan();
        for (var task : plan.tasks()) {
            var outcome = run.outcomes().get(task.number());
            if (outcome.state() == State.FAILED) {
                System.err.println("failed: "
                        + run.script().resolveSibling(task.place().file()) + ":"
                        + task.place().line() + ":" + task.place().column() + ": " + task.id() + " (" + task.call()
                        + "): " + outcome.message());
            }
        }
        var text = new StringBuilder();
        text.append(run.isComplete() ? "done: " : "not complete: ");
        text.append(run.count(State.RAN))
                .append(" ran, ")
                .append(run.count(State.CACHED))
                .append(" cached");
        if (!run.isComplete()) {
            text.append(", ").append(run.count(State.FAILED)).append(" failed, ");
            text.append(run.count(State.SKIPPED)).append(" skipped; the next run goes on from here");
        }
        text.append(", in ").append(Durations.text(run.seconds()));
        System.out.println(text);
        System.out.println("report: " + run.directory().resolve("report.html"));
        return run.isComplete() ? 0 : 1;
    }

    /** Once the JVM is being shut down, its hooks cannot be removed any more: then they are to run. */
    private static void unlessInterrupted(Runnable removal) {
        try {
            removal.run();
        } catch (IllegalStateException shuttingDown) {
            return;
        }
    }

    /** Also of a workflow with mistakes, as far as it could be evaluated. */
    private int explain(Workflow workflow) {
        spec.commandLine().usage(System.out);
        System.out.print("\n" + ParameterTable.text(workflow.parameters()));
        if (workflow.plan().isEmpty()) {
            System.out.println("The workflow has mistakes, so that some may be missing; rep-framework check "
                    + options.script + " tells them.");
        }
        return 0;
    }
}
