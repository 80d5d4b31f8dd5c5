package org.repframework.spi;

import java.util.List;
import java.util.Map;

/**
 * The outcome of a measure that was applied frequency by frequency.
 *
 * @param metric the metric's name
 * @param score the mean of the values, weighted by {@link Frequency#weight}
 * @param samples number of images
 * @param unitsX channels of x
 * @param unitsY channels of y
 * @param frequencies those compared
 * @param values the measure at each of them
 * @param degenerate frequencies left out, because all units of a side are dead there
 */
public record FrequencySimilarity(
        String metric,
        double score,
        long samples,
        int unitsX,
        int unitsY,
        List<Frequency> frequencies,
        List<Double> values,
        List<Frequency> degenerate)
        implements Artifact, Scored {

    public FrequencySimilarity {
        frequencies = List.copyOf(frequencies);
        values = List.copyOf(values);
        degenerate = List.copyOf(degenerate);
        if (frequencies.size() != values.size()) {
            throw new IllegalArgumentException(values.size() + " values at " + frequencies.size() + " frequencies");
        }
        if (!Double.isFinite(score) || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "the score " + score + " of '" + metric + "' or its values " + values + " are NaN or infinite");
        }
    }

    @Override
    public Map<String, Double> scores() {
        return Map.of(metric, score);
    }
}
