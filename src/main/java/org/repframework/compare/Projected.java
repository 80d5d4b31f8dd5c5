package org.repframework.compare;

import java.io.IOException;
import org.repframework.numerics.MatrixProduct;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Matrix;

/**
 * The coordinates of samples along some directions.
 *
 * @param directions one a row (kept x units)
 */
record Projected(ActivationMatrix rows, Matrix directions) implements ActivationMatrix {

    @Override
    public long samples() {
        return rows.samples();
    }

    @Override
    public int units() {
        return directions.rows();
    }

    @Override
    public int samplesPerImage() {
        return 1;
    }

    @Override
    public void read(long first, int count, double[] target) throws IOException {
        var coordinates =
                MatrixProduct.ofTransposed(rows.rows(first, count), directions).toArray(); // (count x kept)
        System.arraycopy(coordinates, 0, target, 0, coordinates.length);
    }
}
