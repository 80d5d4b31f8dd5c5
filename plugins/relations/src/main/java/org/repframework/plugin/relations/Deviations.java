package org.repframework.plugin.relations;

import java.util.function.IntPredicate;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;

/** Standard deviations of units, divisor n; 0 for dead ones (1 x units). */
final class Deviations {

    private Deviations() {}

    static Matrix ofX(JointMoments moments) {
        return of(moments.xx(), moments.samples(), moments::deadX);
    }

    static Matrix ofY(JointMoments moments) {
        return of(moments.yy(), moments.samples(), moments::deadY);
    }

    private static Matrix of(Matrix squares, long samples, IntPredicate dead) {
        var deviations = new double[squares.rows()];
        for (var unit = 0; unit < deviations.length; unit++) {
            if (!dead.test(unit)) {
                deviations[unit] = Math.sqrt(squares.at(unit, unit) / samples);
            }
        }
        return Matrix.row(deviations);
    }
}
