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
        return product(a, CblasNoTrans, b, CblasNoTrans);
    }

    /** a bᵀ. */
    public static Matrix ofTransposed(Matrix a, Matrix b) {
        return product(a, CblasNoTrans, b, CblasTrans);
    }

    /** aᵀ b. */
    public static Matrix transposedOf(Matrix a, Matrix b) {
        return product(a, CblasTrans, b, CblasNoTrans);
    }

    private static Matrix product(Matrix a, int transpositionA, Matrix b, int transpositionB) {
        var rows = transpositionA == CblasTrans ? a.columns() : a.rows();
        var inner = transpositionA == CblasTrans ? a.rows() : a.columns();
        var columns = transpositionB == CblasTrans ? b.rows() : b.columns();
        if (inner != (transpositionB == CblasTrans ? b.columns() : b.rows())) {
            throw new IllegalArgumentException("a " + a + (transpositionA == CblasTrans ? ", transposed," : "")
                    + " does not fit a " + b + (transpositionB == CblasTrans ? ", transposed" : ""));
        }
        var product = new double[Math.multiplyExact(rows, columns)];
        var left = a.toArray();
        var right = b.toArray();
        OneThread.run(() -> cblas_dgemm(
                CblasRowMajor,
                transpositionA,
                transpositionB,
                rows,
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
        return Matrix.of(rows, columns, product);
    }
}
