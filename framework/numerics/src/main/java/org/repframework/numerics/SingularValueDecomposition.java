package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACK_ROW_MAJOR;

import org.repframework.spi.Matrix;

/**
 * The thin singular value decomposition of a matrix, {@code left diag(values) right}; k is the smaller of rows and
 * columns.
 *
 * @param left orthonormal columns, rows x k
 * @param values descending, 1 x k
 * @param right orthonormal rows, k x columns
 */
public record SingularValueDecomposition(Matrix left, Matrix values, Matrix right) {

    private static final byte THIN = 'S';

    /** @throws ArithmeticException if LAPACK finds no solution, as with NaN */
    public static SingularValueDecomposition of(Matrix matrix) {
        var rows = matrix.rows();
        var columns = matrix.columns();
        var k = Math.min(rows, columns);
        var values = new double[k];
        var left = new double[Math.multiplyExact(rows, k)];
        var right = new double[Math.multiplyExact(k, columns)];
        Lapack.run(
                "dgesdd",
                matrix,
                () -> LAPACKE_dgesdd(
                        LAPACK_ROW_MAJOR,
                        THIN,
                        rows,
                        columns,
                        matrix.toArray(),
                        columns,
                        values,
                        left,
                        k,
                        right,
                        columns));
        return new SingularValueDecomposition(
                Matrix.of(rows, k, left), Matrix.row(values), Matrix.of(k, columns, right));
    }
}
