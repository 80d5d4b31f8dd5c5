package org.repframework.compare;

import java.util.Arrays;
import org.repframework.spi.Direction;

/**
 * How a measure falls out when the samples of y are permuted.
 *
 * @param sd over the draws, with the divisor draws - 1
 * @param p95 the 95th percentile, interpolated linearly
 * @param pValue (1 + draws at least as similar as the data) / (draws + 1)
 */
record NullDistribution(double mean, double sd, double p95, double pValue) {

    /** @param scores of at least 2 draws */
    static NullDistribution of(double[] scores, double observed, Direction direction) {
        var mean = Arrays.stream(scores).average().orElseThrow();
        var squares = Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .sum();
        var similar = Arrays.stream(scores)
                .filter(score -> direction == Direction.SIMILARITY ? score >= observed : score <= observed)
                .count();
        return new NullDistribution(
                mean,
                Math.sqrt(squares / (scores.length - 1)),
                Percentiles.of(scores, 0.95),
                (1.0 + similar) / (scores.length + 1));
    }
}
