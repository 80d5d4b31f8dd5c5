package org.repframework.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.repframework.engine.run.Outcome.State;
import org.repframework.engine.run.Provenance;
import org.repframework.engine.run.RunArchive.ArchivedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "log", mixinStandardHelpOptions = true, description = "Lists the runs, the newest last.")
public final class LogCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "WORKFLOW", description = "Only the runs of this workflow.")
    private String workflow;

    @Mixin
    private ResultsFolder results;

    @Override
    public Integer call() throws IOException {
        var runs = results.archive().runs().stream()
                .map(ArchivedRun::provenance)
                .filter(run -> workflow == null || run.workflow().equals(workflow))
                .toList();
        if (runs.isEmpty()) {
            throw results.noRuns();
        }
        var columns = new Columns();
        columns.add("run", "workflow", "state", "tasks", "time", "parameters");
        for (var run : runs) {
            columns.add(
                    run.run(),
                    run.workflow(),
                    run.isComplete() ? "complete" : "incomplete",
                    counts(run),
                    Durations.text(run.seconds()),
                    parameters(run));
        }
        System.out.print(columns.text());
        return 0;
    }

    static String counts(Provenance run) {
        var parts = new ArrayList<String>();
        parts.add(run.count(State.RAN) + " ran");
        parts.add(run.count(State.CACHED) + " cached");
        if (!run.isComplete()) {
            parts.add(run.count(State.FAILED) + " failed");
            parts.add(run.count(State.SKIPPED) + " skipped");
        }
        return String.join(", ", parts);
    }

    /** Those that differ from their defaults. */
    private static String parameters(Provenance run) {
        return run.parameters().entrySet().stream()
                .filter(entry -> !String.valueOf(entry.getValue())
                        .equals(String.valueOf(run.defaults().get(entry.getKey()))))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
