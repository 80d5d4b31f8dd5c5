package org.repframework.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Task;
import org.repframework.engine.run.Outcome;
import org.repframework.engine.run.RunListener;

/** Tells on standard error how a run goes: live lines on a terminal, plain lines elsewhere. */
abstract sealed class Progress implements RunListener, AutoCloseable permits PlainProgress, TerminalProgress {

    private final PrintStream out;
    private final Map<Integer, RunningJob> running = new LinkedHashMap<>();
    private int missing;
    private int finished;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** The start script says whether standard error is a terminal, and how wide. */
    static Progress start() {
        return Boolean.getBoolean("rep.terminal")
                ? new TerminalProgress(
                        System.err, Integer.getInteger("rep.columns", 80), System.getenv("NO_COLOR") == null)
                : new PlainProgress(System.err);
    }

    PrintStream out() {
        return out;
    }

    List<RunningJob> running() {
        return new ArrayList<>(running.values());
    }

    /** For example {@code 3/12}. */
    String count() {
        return finished + "/" + missing;
    }

    abstract void say(String line);

    abstract void jobStarted(RunningJob job);

    abstract void jobChanged(RunningJob job);

    @Override
    public synchronized void planned(Plan plan, int missingTasks) {
        missing = missingTasks;
        say(plan.workflow() + ": " + plan.tasks().size() + " tasks, "
                + (plan.tasks().size() - missingTasks) + " cached, " + missingTasks + " to run");
    }

    @Override
    public synchronized void started(List<Task> tasks) {
        var job = new RunningJob(tasks);
        running.put(tasks.get(0).number(), job);
        jobStarted(job);
    }

    @Override
    public synchronized void progressed(Task task, long done, long total, String unit) {
        var job = running.get(task.number());
        if (job != null) {
            job.progressed(done, total, unit);
            jobChanged(job);
        }
    }

    @Override
    public synchronized void noted(Task task, String text) {
        var job = running.get(task.number());
        if (job != null) {
            job.noted(text);
            jobChanged(job);
        }
    }

    @Override
    public synchronized void finished(Task task, Outcome outcome) {
        finished++;
        var job = running.remove(task.number());
        if (outcome.state() == Outcome.State.SKIPPED) {
            say(count() + " skipped " + task.id() + ": " + outcome.message());
        } else if (outcome.state() == Outcome.State.FAILED) {
            say(count() + " FAILED  " + task.id() + "  " + task.call() + ": " + outcome.message());
        } else if (job != null) {
            say(count() + " done    " + job.title() + "  (" + Durations.text(job.seconds()) + ")");
        }
        outcome.warnings().forEach(warning -> say("        warning: " + task.id() + ": " + warning));
    }

    @Override
    public synchronized void notice(String text) {
        say("note: " + text);
    }

    @Override
    public synchronized void close() {}
}
