package org.repframework.compare;

import java.io.IOException;
import org.repframework.spi.ActivationMatrix;

/**
 * Rows of a matrix in memory, in any order and any number of times.
 *
 * @param values of the whole matrix, row by row; not changed
 * @param chosen row numbers
 */
record ChosenRows(double[] values, int units, int[] chosen) implements ActivationMatrix {

    /** All of a matrix, which the caller has made sure to fit into memory. */
    static double[] load(ActivationMatrix matrix) throws IOException {
        var samples = Math.toIntExact(matrix.samples());
        var values = new double[Math.multiplyExact(samples, matrix.units())];
        matrix.read(0, samples, values);
        return values;
    }

    @Override
    public long samples() {
        return chosen.length;
    }

    @Override
    public int samplesPerImage() {
        return 1;
    }

    @Override
    public void read(long first, int count, double[] target) {
        for (var i = 0; i < count; i++) {
            var row = chosen[Math.toIntExact(first) + i];
            System.arraycopy(values, row * units, target, i * units, units);
        }
    }
}
