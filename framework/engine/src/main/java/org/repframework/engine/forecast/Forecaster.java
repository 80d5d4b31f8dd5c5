package org.repframework.engine.forecast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Task;
import org.repframework.engine.store.Finding;
import org.repframework.engine.store.Json;
import org.repframework.engine.store.Store;

/**
 * Compares a plan with the store, and changes neither. A task whose key is unknown is explained by the stored task that
 * it resembles most; for its consumers that one stands in its place, so that a change is told where it begins and the
 * rest follows from it.
 */
public final class Forecaster {

    private final Plan plan;
    private final Map<Integer, Finding> findings = new TreeMap<>();
    private final Map<String, Resemblance> past = new HashMap<>();
    private final Map<String, String> names = new HashMap<>(); // of tasks, by key
    private final Set<String> keys = new HashSet<>(); // of the plan
    private final Map<String, String> counterparts = new HashMap<>(); // present key to the stored one it resembles
    private final List<Expectation> expectations = new ArrayList<>();
    private final Map<Integer, Set<Integer>> roots = new HashMap<>(); // of tasks that will run
    private final Map<Integer, List<String>> said = new HashMap<>(); // differences of tasks that will run

    private Forecaster(Plan plan, Store store) throws IOException {
        this.plan = plan;
        var stages = new TreeSet<String>();
        for (var task : plan.tasks()) {
            var finding = store.find(task.key(), false);
            findings.put(task.number(), finding);
            keys.add(task.key());
            if (!(finding instanceof Finding.Known)) {
                stages.add(task.stage().title());
                task.inputs()
                        .forEach(input ->
                                stages.add(plan.task(input.edge()).stage().title()));
            }
        }
        for (var entry : store.index().read(stages).entrySet()) {
            past.put(entry.getKey(), new Resemblance(entry.getValue()));
            entry.getValue()
                    .forEach(task ->
                            names.put(task.key(), "a former " + task.origin().task()));
        }
        plan.tasks().forEach(task -> names.put(task.key(), task.id()));
    }

    public static Forecast forecast(Plan plan, Store store) throws IOException {
        var forecaster = new Forecaster(plan, store);
        plan.tasks().forEach(forecaster::expect);
        return new Forecast(plan, forecaster.expectations);
    }

    private void expect(Task task) {
        var finding = findings.get(task.number());
        if (!(finding instanceof Finding.Unknown)) {
            counterparts.put(task.key(), task.key());
        }
        if (finding instanceof Finding.Known) {
            expectations.add(new Expectation(task, Optional.empty(), Optional.empty()));
            return;
        }
        var preimage = Json.CANONICAL.readTree(task.preimage());
        var ingredients = Ingredients.of(preimage, key -> counterparts.getOrDefault(key, key));
        var resemblance = past.get(task.stage().title());
        roots.put(task.number(), Set.of(task.number()));
        var reason = finding instanceof Finding.Damaged damaged
                ? new Reason.Damaged(damaged.files())
                : reason(task, ingredients, resemblance);
        var nearest = resemblance.nearest(ingredients, any -> true).stream()
                .map(Resemblance.Match::task)
                .toList();
        var cost = CostModel.estimate(ingredients, plan.images(task), nearest);
        expectations.add(new Expectation(task, Optional.of(reason), cost));
    }

    private Reason reason(Task task, Ingredients ingredients, Resemblance resemblance) {
        var inputsKnown = task.inputs().stream()
                .allMatch(input ->
                        counterparts.containsKey(plan.task(input.edge()).key()));
        if (!inputsKnown) {
            return new Reason.NeverRun();
        }
        // what the plan has already is nobody's predecessor
        var nearest = resemblance.nearest(ingredients, one -> !keys.contains(one.key()));
        if (nearest.isEmpty()) {
            return new Reason.NeverRun();
        }
        var match = nearest.stream()
                .filter(one -> one.task().origin().workflow().equals(plan.workflow())
                        && one.task().origin().task().equals(task.id()))
                .findFirst()
                .orElse(nearest.get(0));
        if (!isAlike(match, ingredients)) {
            return new Reason.NeverRun();
        }
        counterparts.put(task.key(), match.task().key());
        var causes = causes(task);
        var differences = new ArrayList<>(new Differences(match.task(), ingredients, task, this::name).texts());
        causes.forEach(cause -> differences.removeAll(said.getOrDefault(cause, List.of())));
        said.put(task.number(), differences);
        if (!causes.isEmpty()) {
            var all = new TreeSet<>(causes);
            if (!differences.isEmpty()) {
                all.add(task.number());
            }
            roots.put(task.number(), all);
        }
        return new Reason.Changed(
                differences,
                causes.stream().map(number -> plan.tasks().get(number).id()).toList(),
                match.task().key());
    }

    /** Where the changes of a task's inputs begin. */
    private Set<Integer> causes(Task task) {
        var causes = new TreeSet<Integer>();
        for (var input : task.inputs()) {
            var source = plan.task(input.edge());
            if (!keyStays(source)) {
                causes.addAll(roots.get(source.number()));
            }
        }
        return causes;
    }

    private boolean keyStays(Task task) {
        return task.key().equals(counterparts.get(task.key()));
    }

    /** Another replica with other settings, or a stored task that differs in most, explains nothing. */
    private static boolean isAlike(Resemblance.Match match, Ingredients ingredients) {
        if (match.differences() <= 1) {
            return true;
        }
        var replica = "seed/replica";
        var before = Ingredients.of(match.task().preimage()).byName().getOrDefault(replica, "");
        return before.equals(ingredients.byName().getOrDefault(replica, ""))
                && match.differences() * 3 <= ingredients.byName().size();
    }

    private String name(String key) {
        return names.getOrDefault(key, "another result");
    }
}
