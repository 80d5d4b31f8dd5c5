package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import org.repframework.spi.Matrix;

/** Products of two matrices. */
public final class MatrixProduct {

    private MatrixProduct() {}

    /** a b. */
    public static Matrix of(Matrix a, Matrix b) {
        return product(a, b, CblasNoTrans, b.rows(), b.columns());
    }

    /** a bᵀ. */
    public static Matrix ofTransposed(Matrix a, Matrix b) {
        return product(a, b, CblasTrans, b.columns(), b.rows());
    }

    private static Matrix product(Matrix a, Matrix b, int transposition, int inner, int columns) {
        if (a.columns() != inner) {
            throw new IllegalArgumentException(
                    "a " + a + " does not fit a " + b + (transposition == CblasTrans ? ", transposed" : ""));
        }
        var product = new double[Math.multiplyExact(a.rows(), columns)];
        var left = a.toArray();
        var right = b.toArray();
        OneThread.run(() -> cblas_dgemm(
                CblasRowMajor,
                CblasNoTrans,
                transposition,
                a.rows(),
                columns,
                inner,
                1,
                left,
                a.columns(),
                right,
                b.columns(),
                0,
                product,
                columns));
        return Matrix.of(a.rows(), columns, product);
    }
}
