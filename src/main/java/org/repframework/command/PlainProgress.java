package org.repframework.command;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** One line for each thing that happens, and every ten seconds how far a long job is. */
final class PlainProgress extends Progress {

    private static final double SECONDS_BETWEEN = 10;

    private final Map<RunningJob, Double> lastLine = new HashMap<>();

    PlainProgress(PrintStream out) {
        super(out);
    }

    @Override
    void say(String line) {
        out().println(line);
    }

    @Override
    void jobStarted(RunningJob job) {
        lastLine.put(job, 0.0);
        say(count() + " start   " + job.title());
    }

    @Override
    void jobChanged(RunningJob job) {
        if (job.seconds() - lastLine.get(job) >= SECONDS_BETWEEN) {
            lastLine.put(job, job.seconds());
            say("        " + job.tasks().get(0).id() + " " + job.state());
        }
    }
}
