package org.repframework.plugin.summaries.paired;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of paired differences and what is known of it, from Student's t distribution with n - 1 degrees of freedom.
 *
 * @param mean of the differences
 * @param deviation their standard deviation, with n - 1; NaN for fewer than 2 differences
 * @param interval half the width of the 95 % interval around the mean; NaN for fewer than 2 differences
 * @param detectable the smallest true difference that a test at the level 5 % would find with a probability of 80 %;
 *     NaN for fewer than 2 differences
 */
record MeanDifference(double mean, double deviation, double interval, double detectable) {

    private static final double LEVEL = 0.05;
    private static final double POWER = 0.8;

    static MeanDifference of(List<Double> differences) {
        var mean = mean(differences);
        var count = differences.size();
        if (count < 2) {
            return new MeanDifference(mean, Double.NaN, Double.NaN, Double.NaN);
        }
        var squares = differences.stream()
                .mapToDouble(one -> (one - mean) * (one - mean))
                .sum();
        var deviation = Math.sqrt(squares / (count - 1));
        var error = deviation / Math.sqrt(count);
        var student = TDistribution.of(count - 1);
        var half = student.inverseSurvivalProbability(LEVEL / 2);
        return new MeanDifference(
                mean, deviation, half * error, (half + student.inverseCumulativeProbability(POWER)) * error);
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }
}
