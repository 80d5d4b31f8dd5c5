package org.repframework.engine;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.repframework.engine.plan.Edge;
import org.repframework.engine.plan.Exhibit;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Task;
import org.repframework.engine.run.Outcome;
import org.repframework.engine.run.RunListener;
import org.repframework.engine.store.Finding;
import org.repframework.engine.store.Store;

/** Which tasks of a plan need not run, because the store has their results. */
public final class KnownResults {

    private final Plan plan;
    private final Store store;

    public KnownResults(Plan plan, Store store) {
        this.plan = plan;
        this.store = store;
    }

    /**
     * Outcomes by task number. Every byte of what will be read (by a missing task or for the report) is compared with its hash. What is
     * damaged is set aside, and its task counts as missing.
     */
    Map<Integer, Outcome> lookAndRepair(RunListener listener) throws IOException {
        var known = new TreeMap<Integer, Outcome>();
        for (var task : plan.tasks()) {
            find(task, false, known, listener);
        }
        for (var toRead = read(known); !toRead.isEmpty(); toRead = read(known)) {
            var before = known.size();
            for (var number : toRead) {
                find(plan.tasks().get(number), true, known, listener);
            }
            if (known.size() == before) {
                return known;
            }
        }
        return known;
    }

    private void find(Task task, boolean deep, Map<Integer, Outcome> known, RunListener listener) throws IOException {
        var finding = store.find(task.key(), deep);
        if (finding instanceof Finding.Known found) {
            known.put(task.number(), cached(found));
            return;
        }
        known.remove(task.number());
        if (finding instanceof Finding.Damaged damaged) {
            store.setAside(damaged);
            listener.notice("the stored result of " + task.id() + " (" + task.call() + ") is damaged: "
                    + String.join(", ", damaged.files()) + "; it was moved to quarantine and is computed again");
        }
    }

    /** Known tasks that a missing task or an exhibit reads. */
    private Set<Integer> read(Map<Integer, Outcome> known) {
        var numbers = new HashSet<Integer>();
        plan.exhibits().stream()
                .map(Exhibit::edges)
                .forEach(edges -> edges.stream().map(Edge::task).forEach(numbers::add));
        for (var task : plan.tasks()) {
            if (!known.containsKey(task.number())) {
                task.inputs().forEach(input -> numbers.add(input.edge().task()));
            }
        }
        numbers.retainAll(known.keySet());
        return numbers;
    }

    private static Outcome cached(Finding.Known found) {
        return new Outcome(
                Outcome.State.CACHED, found.record().seconds(), found.record().warnings(), "");
    }
}
