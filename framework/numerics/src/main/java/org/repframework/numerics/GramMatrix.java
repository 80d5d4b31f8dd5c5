package org.repframework.numerics;

import java.io.IOException;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Gram;

/** The inner products of centred samples. */
public final class GramMatrix {

    private GramMatrix() {}

    /** Xc Xcᵀ of samples that fit into memory in double precision. */
    public static Gram of(ActivationMatrix samples) throws IOException {
        var centred = CentredSamples.of(samples);
        return new Gram(MatrixProduct.ofTransposed(centred, centred), samples.units());
    }
}
