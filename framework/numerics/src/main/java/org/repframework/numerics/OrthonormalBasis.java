package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqp3;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dorgqr;
import static org.bytedeco.openblas.global.openblas.LAPACK_ROW_MAJOR;

import java.util.Arrays;
import org.repframework.spi.Matrix;

/**
 * An orthonormal basis of a matrix's column space, by QR with column pivoting.
 *
 * @param vectors the basis as columns, rows x rank
 * @param condition ratio of the largest to the smallest diagonal value of R within the rank, which estimates the
 *     condition number
 */
public record OrthonormalBasis(Matrix vectors, double condition) {

    /** Columns whose diagonal value in R is at most this share of the first are outside the rank. */
    private static final double RANK_TOLERANCE = 1e-10;

    /**
     * @param matrix not all 0
     * @throws ArithmeticException if LAPACK finds no solution, as with NaN
     */
    public static OrthonormalBasis of(Matrix matrix) {
        var rows = matrix.rows();
        var columns = matrix.columns();
        var values = matrix.toArray(); // R above, and the reflections that make up Q below the diagonal
        var most = Math.min(rows, columns);
        var factors = new double[most];
        Lapack.run(
                "dgeqp3",
                matrix,
                () -> LAPACKE_dgeqp3(LAPACK_ROW_MAJOR, rows, columns, values, columns, new int[columns], factors));
        var largest = Math.abs(values[0]);
        var rank = 0;
        while (rank < most && Math.abs(values[rank * columns + rank]) > RANK_TOLERANCE * largest) {
            rank++;
        }
        if (rank == 0) {
            throw new IllegalArgumentException("a " + matrix + " of zeros has no basis");
        }
        var smallest = Math.abs(values[(rank - 1) * columns + rank - 1]);
        return new OrthonormalBasis(vectors(matrix, values, factors, rank), largest / smallest);
    }

    private static Matrix vectors(Matrix matrix, double[] reflections, double[] factors, int rank) {
        var rows = matrix.rows();
        var vectors = new double[Math.multiplyExact(rows, rank)];
        for (var row = 0; row < rows; row++) {
            System.arraycopy(reflections, row * matrix.columns(), vectors, row * rank, rank);
        }
        Lapack.run(
                "dorgqr",
                matrix,
                () -> LAPACKE_dorgqr(LAPACK_ROW_MAJOR, rows, rank, rank, vectors, rank, Arrays.copyOf(factors, rank)));
        return Matrix.of(rows, rank, vectors);
    }
}
