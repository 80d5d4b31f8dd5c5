package org.repframework.plugin.similarity;

import java.util.Arrays;
import org.repframework.numerics.SingularValues;
import org.repframework.spi.Matrix;

/** Norms and traces. */
final class Norms {

    /** Sums of as many products as there are units are right to about this share. */
    private static final double ROUNDING = 1e-14;

    private Norms() {}

    /** Sum of the squared entries, |m|²_F. */
    static double squared(Matrix matrix) {
        return Arrays.stream(matrix.toArray()).map(value -> value * value).sum();
    }

    static double frobenius(Matrix matrix) {
        return Math.sqrt(squared(matrix));
    }

    /** Sum of the singular values, |m|_*. */
    static double nuclear(Matrix matrix) {
        return Arrays.stream(SingularValues.of(matrix).toArray()).sum();
    }

    static double trace(Matrix matrix) {
        var sum = 0.0;
        for (var i = 0; i < matrix.rows(); i++) {
            sum += matrix.at(i, i);
        }
        return sum;
    }

    /** 1 - cosine, never negative, and 0 where it is nothing but rounding: its root would be seven digits larger. */
    static double gap(double cosine) {
        var gap = 1 - cosine;
        return gap < ROUNDING ? 0 : gap;
    }

    /** The angle of a cosine, by its half: an arc cosine loses half of the digits of a small angle. */
    static double angle(double cosine) {
        return 2 * Math.asin(Math.sqrt(gap(cosine) / 2));
    }
}
