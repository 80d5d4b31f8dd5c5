package org.repframework.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Quantities over one common axis, for example loss and accuracy over epochs.
 *
 * @param axis the name of the common axis
 * @param at the points on it, ascending
 * @param series the quantities, each with a value at every point
 */
public record Curve(String axis, List<Double> at, List<Series> series) implements Artifact, Scored {

    public record Series(String name, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    public Curve {
        at = List.copyOf(at);
        series = List.copyOf(series);
        for (var one : series) {
            if (one.values().size() != at.size()) {
                throw new IllegalArgumentException(
                        one.name() + " has " + one.values().size() + " values for " + at.size() + " points");
            }
        }
    }

    /** The last value of each quantity, called {@code last loss} for {@code loss}; what is NaN there is left out. */
    @Override
    public Map<String, Double> scores() {
        var scores = new LinkedHashMap<String, Double>();
        for (var one : series) {
            var last = one.values().isEmpty() ? Double.NaN : one.values().get(at.size() - 1);
            if (!Double.isNaN(last)) {
                scores.put("last " + one.name(), last);
            }
        }
        return scores;
    }
}
