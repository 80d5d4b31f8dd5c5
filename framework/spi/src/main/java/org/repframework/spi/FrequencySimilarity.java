package org.repframework.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a measure that was applied frequency by frequency.
 *
 * @param metric the metric's name
 * @param score the mean over the frequencies, each as often as it stands for ({@link Frequency#weight})
 * @param samples number of images
 * @param unitsX channels of x
 * @param unitsY channels of y
 * @param compared the frequencies at which both sides vary
 * @param degenerate frequencies left out, because all units of a side are dead there
 */
public record FrequencySimilarity(
        String metric,
        double score,
        long samples,
        int unitsX,
        int unitsY,
        List<At> compared,
        List<Frequency> degenerate)
        implements Artifact, Scored {

    /**
     * The measure at one frequency.
     *
     * @param details further finite numbers in a fixed order: {@code deadX}, {@code deadY}, and of canonical correlations
     *     {@code keptX}, {@code keptY}, all of complex units and directions
     */
    public record At(Frequency frequency, double score, Map<String, Double> details) {

        public At {
            details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
            if (!Double.isFinite(score) || !details.values().stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "the score " + score + " at " + frequency + " or its " + details + " is NaN or infinite");
            }
        }
    }

    public FrequencySimilarity {
        compared = List.copyOf(compared);
        degenerate = List.copyOf(degenerate);
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("the score of '" + metric + "' is " + score);
        }
    }

    @Override
    public Map<String, Double> scores() {
        return Map.of(metric, score);
    }
}
