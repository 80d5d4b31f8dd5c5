package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dsyevd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import java.util.Arrays;
import org.repframework.spi.Matrix;

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix, largest eigenvalue first.
 *
 * @param values 1 x n, descending
 * @param vectors row i is the eigenvector of value i, n x n
 */
public record SymmetricEigen(Matrix values, Matrix vectors) {

    private static final byte VECTORS = 'V';
    private static final byte UPPER = 'U';
    private static final Recent<Matrix, SymmetricEigen> RECENT = new Recent<>(4);

    /**
     * Remembers the last few matrices, because several measures of one pair, and all draws of its null, decompose the
     * same two.
     *
     * @param matrix n x n; only one triangle is read
     * @throws ArithmeticException if LAPACK finds no solution, as with NaN
     */
    public static SymmetricEigen of(Matrix matrix) {
        return RECENT.of(matrix, SymmetricEigen::decompose);
    }

    private static SymmetricEigen decompose(Matrix matrix) {
        var n = matrix.rows();
        if (matrix.columns() != n) {
            throw new IllegalArgumentException("eigenvalues of a " + matrix);
        }
        var vectors = matrix.toArray(); // column by column, as LAPACK sees it
        var values = new double[n];
        Lapack.run("dsyevd", matrix, () -> LAPACKE_dsyevd(LAPACK_COL_MAJOR, VECTORS, UPPER, n, vectors, n, values));
        for (var i = 0; i < n / 2; i++) { // from ascending to descending
            var value = values[i];
            values[i] = values[n - 1 - i];
            values[n - 1 - i] = value;
            for (var j = 0; j < n; j++) {
                var component = vectors[i * n + j];
                vectors[i * n + j] = vectors[(n - 1 - i) * n + j];
                vectors[(n - 1 - i) * n + j] = component;
            }
        }
        return new SymmetricEigen(Matrix.row(values), Matrix.of(n, n, vectors));
    }

    /** The eigenvectors of the {@code count} largest eigenvalues, one a row (count x n). */
    public Matrix leading(int count) {
        var n = vectors.columns();
        return Matrix.of(count, n, Arrays.copyOf(vectors.toArray(), count * n));
    }
}
