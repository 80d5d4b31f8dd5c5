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
        var values = correlation.values();
        return new CorrelationMatrix(
                "absolute " + correlation.metric(),
                Matrix.of(
                        values.rows(),
                        values.columns(),
                        Arrays.stream(values.toArray()).map(Math::abs).toArray()),
                correlation.samples(),
                correlation.deadX(),
                correlation.deadY());
    }
}
