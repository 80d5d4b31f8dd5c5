package org.repframework.spi;

import java.util.List;
import java.util.Map;

/**
 * How alike each unit of x is to each unit of y; higher is more alike.
 *
 * @param metric the metric's name, for example {@code pearson}
 * @param values units of x times units of y, finite; the row and column of a dead unit are 0
 * @param samples over how many samples it was computed
 * @param deadX the dead units of x, ascending
 * @param deadY the dead units of y, ascending
 */
public record CorrelationMatrix(String metric, Matrix values, long samples, List<Integer> deadX, List<Integer> deadY)
        implements Artifact, Scored {

    public CorrelationMatrix {
        deadX = List.copyOf(deadX);
        deadY = List.copyOf(deadY);
        if (!values.finite()) {
            throw new IllegalArgumentException("correlations by '" + metric + "' are NaN or infinite");
        }
    }

    /** The mean of the row maxima. */
    @Override
    public Map<String, Double> scores() {
        var sum = 0.0;
        for (var row = 0; row < values.rows(); row++) {
            var largest = Double.NEGATIVE_INFINITY;
            for (var column = 0; column < values.columns(); column++) {
                largest = Math.max(largest, values.at(row, column));
            }
            sum += largest;
        }
        return Map.of(metric, sum / values.rows());
    }
}
