package org.repframework.plugin.matching;

import java.util.Arrays;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Matrix;

/** A correlation matrix seen from its other side, or without its signs. */
final class Correlations {

    private Correlations() {}

    static CorrelationMatrix transposed(CorrelationMatrix correlation) {
        return new CorrelationMatrix(
                correlation.metric(),
                correlation.values().transposed(),
                correlation.samples(),
                correlation.deadY(),
                correlation.deadX());
    }

    static CorrelationMatrix absolute(CorrelationMatrix correlation) {
        return new CorrelationMatrix(
                "absolute " + correlation.metric(),
                absolute(correlation.values()),
                correlation.samples(),
                correlation.deadX(),
                correlation.deadY());
    }

    static Matrix absolute(Matrix values) {
        return Matrix.of(
                values.rows(),
                values.columns(),
                Arrays.stream(values.toArray()).map(Math::abs).toArray());
    }

    /** The column of a row's largest entry among those not taken, the first of equally large ones. */
    static int best(Matrix values, int row, boolean[] taken) {
        var best = -1;
        for (var column = 0; column < values.columns(); column++) {
            if (!taken[column] && (best < 0 || values.at(row, column) > values.at(row, best))) {
                best = column;
            }
        }
        return best;
    }
}
