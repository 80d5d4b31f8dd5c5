package org.repframework.engine.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.repframework.engine.store.PastTask;

/**
 * Finds, among past tasks of one stage, those that a task resembles: the fewer ingredients of the keys differ, the more.
 * Ingredients are numbered, so that comparing a thousand tasks with thousands takes milliseconds.
 */
final class Resemblance {

    private static final int ABSENT = -1;
    private static final int NEW = -2; // a value that no past task has

    private final List<PastTask> past;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();
    private final List<int[]> rows = new ArrayList<>();

    /** @param differences how many ingredients differ */
    record Match(PastTask task, int differences) {}

    /** @param past the newest first */
    Resemblance(List<PastTask> past) {
        this.past = past;
        var ingredients = past.stream()
                .map(task -> Ingredients.of(task.preimage()).byName())
                .toList();
        for (var one : ingredients) {
            one.keySet().forEach(name -> columns.putIfAbsent(name, columns.size()));
            one.values().forEach(value -> values.putIfAbsent(value, values.size()));
        }
        ingredients.forEach(one -> rows.add(row(one)));
    }

    /** The nearest, all of them if they are equally near; the newest first. */
    List<Match> nearest(Ingredients ingredients, Predicate<PastTask> eligible) {
        var row = row(ingredients.byName());
        var extra = (int) ingredients.byName().keySet().stream()
                .filter(name -> !columns.containsKey(name))
                .count();
        var best = Integer.MAX_VALUE;
        var nearest = new ArrayList<Match>();
        for (var i = 0; i < rows.size(); i++) {
            var differences = extra + differences(row, rows.get(i), best - extra);
            if (differences <= best && eligible.test(past.get(i))) {
                if (differences < best) {
                    nearest.clear();
                    best = differences;
                }
                nearest.add(new Match(past.get(i), differences));
            }
        }
        return nearest;
    }

    private int[] row(Map<String, String> ingredients) {
        var row = new int[columns.size()];
        Arrays.fill(row, ABSENT);
        ingredients.forEach((name, value) -> {
            var column = columns.get(name);
            if (column != null) {
                row[column] = values.getOrDefault(value, NEW);
            }
        });
        return row;
    }

    /** Stops counting above {@code most}. */
    private static int differences(int[] one, int[] other, int most) {
        var differences = 0;
        for (var i = 0; i < one.length && differences <= most; i++) {
            if (one[i] != other[i]) {
                differences++;
            }
        }
        return differences;
    }
}
