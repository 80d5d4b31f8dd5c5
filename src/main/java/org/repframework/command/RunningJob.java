package org.repframework.command;

import java.util.List;
import java.util.Locale;
import org.repframework.engine.plan.Task;
import org.repframework.spi.Evidence;

/** What is known of a job that runs now: how far, how fast, how long to go. */
final class RunningJob {

    private static final int BAR = 20;

    private final List<Task> tasks;
    private final long started = System.nanoTime();
    private long firstDone = -1;
    private long firstTime;
    private long done;
    private long total;
    private String unit = "";
    private String note = "";

    RunningJob(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    List<Task> tasks() {
        return tasks;
    }

    /** One task by its id and call, a pass by what it delivers. */
    String title() {
        var first = tasks.get(0);
        return first.id() + "  " + (tasks.size() == 1 ? first.call() : delivered() + " in one pass");
    }

    private String delivered() {
        var evidence = tasks.get(0).evidence();
        if (evidence.isEmpty()) {
            return "patches of " + tasks.size() + " layers";
        }
        return evidence.get() == Evidence.SAMPLES
                ? "activations of " + tasks.size() + " layers"
                : "joint moments of " + tasks.size() + " pairs of layers";
    }

    void progressed(long newDone, long newTotal, String newUnit) {
        if (firstDone < 0) {
            firstDone = newDone;
            firstTime = System.nanoTime();
        }
        done = newDone;
        total = newTotal;
        unit = newUnit;
    }

    void noted(String text) {
        note = text;
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** For example {@code [#######.............]  35 %  820 images/s  1:12 min left  epoch 3, loss 1.21}. */
    String state() {
        var text = new StringBuilder();
        if (total > 0) {
            var filled = (int) (BAR * done / total);
            text.append('[')
                    .append("#".repeat(filled))
                    .append(".".repeat(BAR - filled))
                    .append("] ");
            text.append(String.format(Locale.ROOT, "%3d %%", 100 * done / total));
            var seconds = (System.nanoTime() - firstTime) / 1e9;
            if (done > firstDone && seconds > 0.5) {
                var rate = (done - firstDone) / seconds;
                text.append(String.format(Locale.ROOT, "  %.0f %s/s", rate, unit));
                text.append("  ").append(Durations.text((total - done) / rate)).append(" left");
            }
        }
        if (!note.isEmpty()) {
            text.append(text.isEmpty() ? "" : "  ").append(note);
        }
        return text.toString();
    }
}
