package org.repframework.numerics;

import java.io.IOException;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Gram;
import org.repframework.spi.Matrix;

/** The inner products of centred samples. */
public final class GramMatrix {

    private GramMatrix() {}

    /** Xc Xcᵀ of samples that fit into memory in double precision. */
    public static Gram of(ActivationMatrix samples) throws IOException {
        var n = Math.toIntExact(samples.samples());
        var units = samples.units();
        var values = new double[Math.multiplyExact(n, units)]; // (samples x units)
        samples.read(0, n, values);
        for (var unit = 0; unit < units; unit++) {
            var mean = 0.0;
            for (var row = 0; row < n; row++) {
                mean += values[row * units + unit];
            }
            mean /= n;
            for (var row = 0; row < n; row++) {
                values[row * units + unit] -= mean;
            }
        }
        var centred = Matrix.of(n, units, values);
        return new Gram(MatrixProduct.ofTransposed(centred, centred), units);
    }
}
