package org.repframework.engine.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Problems as they are found: equal ones, from a loop for example, are one that knows how often it came up. */
public final class Problems {

    private final Map<Problem, Integer> counts = new TreeMap<>();

    public void add(Problem problem) {
        counts.merge(problem, 1, Integer::sum);
    }

    /** Whether anything is wrong just there. */
    public boolean areAt(Place place) {
        return counts.keySet().stream().anyMatch(problem -> problem.place().equals(place));
    }

    public void removeAt(Place place) {
        counts.keySet().removeIf(problem -> problem.place().equals(place));
    }

    /** In the order of the script. */
    public List<Problem> all() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().times(entry.getValue()))
                .toList();
    }
}
