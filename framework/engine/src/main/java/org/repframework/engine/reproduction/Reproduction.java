package org.repframework.engine.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.repframework.engine.plan.Task;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.run.Outcome.State;
import org.repframework.engine.run.Provenance;
import org.repframework.engine.store.Finding;
import org.repframework.engine.store.Store;
import org.repframework.engine.store.TaskRecord;

/**
 * A run and the same run again.
 *
 * @param original the store with the results of {@code before}; what it lacks is compared by hash
 * @param fresh the store with the results of {@code again}
 */
public record Reproduction(Provenance before, Store original, CompletedRun again, Store fresh) {

    public enum Grade {
        IDENTICAL,
        WITHIN,
        DIFFERENT
    }

    /** What became of one artifact. */
    public record Verdict(String task, String port, Grade grade, String text) {}

    /**
     * One for every artifact that the run had, in its order.
     *
     * @param tolerance largest relative difference of numbers that counts as within
     */
    public List<Verdict> verdicts(double tolerance) throws IOException {
        var tasks = new LinkedHashMap<String, Task>();
        again.plan().tasks().forEach(task -> tasks.put(task.id(), task));
        var verdicts = new ArrayList<Verdict>();
        for (var entry : before.tasks()) {
            for (var output : entry.outputs().entrySet()) {
                var task = tasks.get(entry.id());
                verdicts.add(
                        task == null
                                ? different(entry, output.getKey(), "its task is not in the plan any more")
                                : verdict(entry, output, task, tolerance));
            }
        }
        return verdicts;
    }

    private Verdict verdict(Provenance.Entry entry, Map.Entry<String, String> output, Task task, double tolerance)
            throws IOException {
        var port = output.getKey();
        var outcome = again.outcomes().get(task.number());
        if (outcome.state() == State.FAILED || outcome.state() == State.SKIPPED) {
            return different(
                    entry, port, outcome.state() == State.FAILED ? "it failed: " + outcome.message() : "not run");
        }
        var now = output(fresh, task.key(), port);
        if (now == null) {
            return different(entry, port, "it is not made any more");
        }
        if (now.hash().equals(output.getValue())) {
            return new Verdict(entry.id(), port, Grade.IDENTICAL, "bit-identical");
        }
        var old = output(original, entry.key(), port);
        if (old == null) {
            return different(entry, port, "the store has the former one no more, to say by how much");
        }
        var likeness = Comparison.compare(old, original, now, fresh);
        return new Verdict(
                entry.id(),
                port,
                likeness.isWithin(tolerance) ? Grade.WITHIN : Grade.DIFFERENT,
                likeness.text(tolerance));
    }

    private static Verdict different(Provenance.Entry entry, String port, String why) {
        return new Verdict(entry.id(), port, Grade.DIFFERENT, "different: " + why);
    }

    /** Null: the store has no such artifact. */
    private static TaskRecord.Output output(Store store, String key, String port) throws IOException {
        return store.find(key, true) instanceof Finding.Known known
                ? known.record().outputs().get(port)
                : null;
    }
}
