package org.repframework.engine.plan;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repframework.engine.plan.Handle.Activations;
import org.repframework.engine.plan.Handle.Result;
import org.repframework.engine.plan.Handle.Row;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.problem.Problems;

/** Finds the calls whose results nothing uses: the last of a chain, since the others are used by it. */
final class UnusedResults {

    private final Set<Integer> used = new HashSet<>();
    private final Map<Call, Boolean> recordings = new IdentityHashMap<>();

    void record(Call call) {
        recordings.put(call, false);
    }

    /** @param value any argument of a call, right or wrong */
    void use(Object value) {
        if (value instanceof Result result) {
            used.add(result.task().number());
        } else if (value instanceof Activations activations) {
            recordings.put(activations.call(), true);
        } else if (value instanceof Row row) {
            row.scored().forEach(this::use);
        } else if (value instanceof Iterable<?> several) {
            several.forEach(this::use);
        }
    }

    void warn(List<Task> tasks, Problems problems) {
        tasks.forEach(
                task -> task.inputs().forEach(input -> used.add(input.edge().task())));
        tasks.stream()
                .filter(task -> !used.contains(task.number()))
                .forEach(task -> problems.add(warning(task.stage().title(), task.place())));
        recordings.forEach((call, isUsed) -> {
            if (!isUsed) {
                problems.add(warning("record " + call.stage(), call.site().whole()));
            }
        });
    }

    private static Problem warning(String title, Place place) {
        return Problem.of(Code.UNUSED, place, "the result of " + title + " is neither shown nor used")
                .todo("show it, or remove the call");
    }
}
