package org.repframework.engine.forecast;

import java.util.List;
import java.util.PriorityQueue;
import org.repframework.engine.plan.Plan;
import org.repframework.spi.Role;

/**
 * What a run of a plan would do.
 *
 * @param tasks by number
 */
public record Forecast(Plan plan, List<Expectation> tasks) {

    public Forecast {
        tasks = List.copyOf(tasks);
    }

    /** The tasks that will run. */
    public List<Expectation> missing() {
        return tasks.stream().filter(task -> !task.isCached()).toList();
    }

    /** How many of the tasks that will run are trainings. */
    public long trainings() {
        return missing().stream()
                .filter(one -> one.task().stage().role() == Role.TRAINER)
                .count();
    }

    /** How many of the tasks that will run have no estimate. */
    public long unknown() {
        return missing().stream().filter(one -> one.cost().isEmpty()).count();
    }

    /** Bytes that will be added to the store, as far as it can be estimated. */
    public long bytes() {
        return missing().stream()
                .flatMap(one -> one.cost().stream())
                .mapToLong(Cost::bytes)
                .sum();
    }

    /**
     * How long it will take, as far as it can be estimated: every task starts as soon as its inputs and a worker are
     * there.
     */
    public double seconds(int workers) {
        var free = new PriorityQueue<Double>();
        for (var i = 0; i < workers; i++) {
            free.add(0.0);
        }
        var ends = new double[tasks.size()];
        var last = 0.0;
        for (var one : missing()) {
            var start = free.remove();
            for (var input : one.task().inputs()) {
                start = Math.max(start, ends[input.edge().task()]);
            }
            var end = start + one.cost().map(Cost::seconds).orElse(0.0);
            ends[one.task().number()] = end;
            free.add(end);
            last = Math.max(last, end);
        }
        return last;
    }
}
