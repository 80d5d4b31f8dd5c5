package org.repframework.compare;

import org.repframework.numerics.MatrixProduct;
import org.repframework.spi.JointMoments;
import org.repframework.spi.LengthMoments;
import org.repframework.spi.Matrix;

/**
 * The joint moments of two sides after the samples of y have changed places: what is of one side alone stays, and is the
 * very same object, so that what was found out of it holds for every draw of a null.
 */
final class PermutedMoments {

    private final JointMoments original;
    private final Matrix x; // centred and transposed (p x samples)
    private final double[] y; // centred (samples x q)
    private final double[] lengthsX; // squared
    private final double[] lengthsY;

    /** @param x row by row (samples x p) */
    PermutedMoments(JointMoments original, double[] x, double[] y) {
        this.original = original;
        var centredX = centred(x, original.meanX());
        this.y = centred(y, original.meanY());
        lengthsX = squaredLengths(centredX, original.unitsX());
        lengthsY = squaredLengths(this.y, original.unitsY());
        this.x = Matrix.of(lengthsX.length, original.unitsX(), centredX).transposed();
    }

    private static double[] centred(double[] values, Matrix mean) {
        var units = mean.columns();
        var means = mean.toArray();
        var centred = new double[values.length];
        for (var start = 0; start < values.length; start += units) {
            for (var unit = 0; unit < units; unit++) {
                centred[start + unit] = values[start + unit] - means[unit];
            }
        }
        return centred;
    }

    private static double[] squaredLengths(double[] values, int units) {
        var lengths = new double[values.length / units];
        for (var row = 0; row < lengths.length; row++) {
            for (var unit = 0; unit < units; unit++) {
                lengths[row] += values[row * units + unit] * values[row * units + unit];
            }
        }
        return lengths;
    }

    /** @param rows the row of y that comes to stand in each row */
    JointMoments of(int[] rows) {
        var q = original.unitsY();
        var permuted = new double[y.length];
        var lengths = new double[rows.length];
        for (var row = 0; row < rows.length; row++) {
            System.arraycopy(y, rows[row] * q, permuted, row * q, q);
            lengths[row] = lengthsY[rows[row]];
        }
        var permutedY = Matrix.of(rows.length, q, permuted);
        var before = original.lengths();
        var lengthMoments = new LengthMoments(
                before.xx(),
                before.yy(),
                dot(lengthsX, lengths),
                before.xTimesX(),
                MatrixProduct.of(Matrix.row(lengthsX), permutedY),
                MatrixProduct.ofTransposed(Matrix.row(lengths), x),
                before.yTimesY());
        return new JointMoments(
                original.samples(),
                original.meanX(),
                original.meanY(),
                original.xx(),
                original.yy(),
                MatrixProduct.of(x, permutedY),
                original.largestX(),
                original.largestY(),
                lengthMoments);
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
