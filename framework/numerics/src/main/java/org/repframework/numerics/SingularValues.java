package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgesdd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import org.repframework.spi.Matrix;

/** The singular values of a matrix. */
public final class SingularValues {

    private static final byte VALUES_ONLY = 'N';

    private SingularValues() {}

    /**
     * The smaller of rows and columns many, descending (1 x min(rows, columns)).
     *
     * @throws ArithmeticException if LAPACK finds no solution, as with NaN
     */
    public static Matrix of(Matrix matrix) {
        var rows = matrix.rows();
        var columns = matrix.columns();
        var values = new double[Math.min(rows, columns)];
        var none = new double[1];
        // What LAPACK reads column by column is the transposed matrix, which has the same singular values.
        Lapack.run(
                "dgesdd",
                matrix,
                () -> LAPACKE_dgesdd(
                        LAPACK_COL_MAJOR,
                        VALUES_ONLY,
                        columns,
                        rows,
                        matrix.toArray(),
                        columns,
                        values,
                        none,
                        1,
                        none,
                        1));
        return Matrix.row(values);
    }
}
