package org.repframework.numerics;

import java.io.IOException;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Matrix;

/** Samples less the mean of their units. */
public final class CentredSamples {

    private CentredSamples() {}

    /**
     * Xc of samples that fit into memory in double precision (samples x units). The mean is taken of the differences to
     * the first sample: a constant unit becomes exactly 0, and a large offset costs no digits.
     */
    public static Matrix of(ActivationMatrix samples) throws IOException {
        var n = Math.toIntExact(samples.samples());
        var units = samples.units();
        var values = new double[Math.multiplyExact(n, units)];
        samples.read(0, n, values);
        var mean = new double[units]; // less the first sample
        for (var i = units; i < values.length; i++) {
            mean[i % units] += values[i] - values[i % units];
        }
        for (var unit = 0; unit < units; unit++) {
            mean[unit] /= n;
        }
        for (var i = values.length - 1; i >= 0; i--) { // the first sample last, because the others need it
            values[i] = values[i] - values[i % units] - mean[i % units];
        }
        return Matrix.of(n, units, values);
    }
}
