package org.repframework.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outcome of a measure that is one number, with what a reader needs to judge it (SCIENCE.md 5).
 *
 * @param metric the metric's name
 * @param score the measure itself; {@link CorrelationMetric#direction} says whether more is more alike
 * @param samples n
 * @param unitsX p
 * @param unitsY q
 * @param details further finite numbers in a fixed order, named in camel case: {@code deadX}, {@code rankX}, {@code
 *     keptX}, {@code conditionX} (of the activations themselves, not of their squares) and the same of y where the
 *     measure knows them, and its own
 */
public record Similarity(String metric, double score, long samples, int unitsX, int unitsY, Map<String, Double> details)
        implements Artifact, Scored {

    public Similarity {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("the score of '" + metric + "' is " + score);
        }
        details.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " of '" + metric + "' is " + value);
            }
        });
    }

    @Override
    public Map<String, Double> scores() {
        return Map.of(metric, score);
    }
}
