package org.repframework.spi;

import java.util.List;
import java.util.Map;

/**
 * The outcome of a measure of the CCA family, with what a reader needs to judge it (SCIENCE.md 3 and 5).
 *
 * @param metric the metric's name
 * @param score the measure itself
 * @param rho the canonical correlations over which the score runs, descending, 0..1
 * @param samples n
 * @param unitsX p
 * @param unitsY q
 * @param deadX dead units of x
 * @param deadY dead units of y
 * @param keptX directions of x that took part: the rank, or fewer where the metric truncates
 * @param keptY directions of y that took part
 * @param conditionX ratio of the largest to the smallest eigenvalue of x's covariance among the directions of its
 *     rank: the square of the data's condition number
 * @param conditionY the same of y
 */
public record CanonicalCorrelations(
        String metric,
        double score,
        List<Double> rho,
        long samples,
        int unitsX,
        int unitsY,
        int deadX,
        int deadY,
        int keptX,
        int keptY,
        double conditionX,
        double conditionY)
        implements Artifact, Scored {

    public CanonicalCorrelations {
        rho = List.copyOf(rho);
        if (!Double.isFinite(score) || !rho.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "the score " + score + " of '" + metric + "' or its rho " + rho + " is NaN or infinite");
        }
    }

    @Override
    public Map<String, Double> scores() {
        return Map.of(metric, score);
    }
}
