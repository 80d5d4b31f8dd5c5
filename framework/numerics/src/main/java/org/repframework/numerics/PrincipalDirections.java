package org.repframework.numerics;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;

/**
 * The principal directions of one side's centred samples X, from its second moments XᵀX: eigenpairs (l, u), the largest
 * first. An eigenvalue of at most 1e-12 of the largest is outside the rank: from moments it is rounding noise.
 *
 * @param values eigenvalues of the kept directions, 1 x kept
 * @param vectors row i is u_iᵀ, kept x units
 * @param rank directions within the rank, at least as many as are kept
 * @param condition condition number of the samples within their rank, the root of the ratio of their eigenvalues
 */
public record PrincipalDirections(Matrix values, Matrix vectors, int rank, double condition) {

    private static final double RANK_TOLERANCE = 1e-12;

    // Measured against a QR decomposition of the samples, the mean canonical correlation from moments is right to 1e-11
    // at a condition of 1e5 and to 2e-9 at 1e6: the error grows with the square.
    private static final double GOOD_CONDITION = 1e5;
    private static final double ERROR_AT_GOOD_CONDITION = 2e-11;

    /**
     * All within the rank.
     *
     * @param squares symmetric, not all 0
     */
    public static PrincipalDirections of(Matrix squares) {
        var eigen = SymmetricEigen.of(squares);
        var values = eigen.values().toArray();
        var rank = 0;
        while (rank < values.length && values[rank] > RANK_TOLERANCE * values[0]) {
            rank++;
        }
        if (rank == 0) {
            throw new IllegalArgumentException("a " + squares + " without variance has no principal direction");
        }
        return new PrincipalDirections(
                Matrix.row(Arrays.copyOf(values, rank)),
                eigen.leading(rank),
                rank,
                Math.sqrt(values[0] / values[rank - 1]));
    }

    /** The first of them. */
    public PrincipalDirections leading(int count) {
        return new PrincipalDirections(
                Matrix.row(Arrays.copyOf(values.toArray(), count)),
                Matrix.of(count, vectors.columns(), Arrays.copyOf(vectors.toArray(), count * vectors.columns())),
                rank,
                condition);
    }

    /** Kept directions. */
    public int kept() {
        return values.columns();
    }

    /** Row i is u_iᵀ / sqrt(l_i): X times its transpose has orthonormal columns (kept x units). */
    public Matrix whitening() {
        return scaled(value -> 1 / Math.sqrt(value));
    }

    /** Row i is sqrt(l_i) u_iᵀ: the orthonormal columns of {@link #whitening()} transposed, times X (kept x units). */
    public Matrix loadings() {
        return scaled(Math::sqrt);
    }

    /** Row i is f(l_i) u_iᵀ (kept x units). */
    public Matrix scaled(DoubleUnaryOperator factor) {
        var units = vectors.columns();
        var rows = vectors.toArray();
        for (var row = 0; row < kept(); row++) {
            var scale = factor.applyAsDouble(values.at(0, row));
            for (var unit = 0; unit < units; unit++) {
                rows[row * units + unit] *= scale;
            }
        }
        return Matrix.of(kept(), units, rows);
    }

    /** Warns where the kept directions are so unequal that results from moments lose digits. */
    public void warnOfCondition(String side, StageContext context) {
        var ofKept = Math.sqrt(values.at(0, 0) / values.at(0, kept() - 1));
        if (ofKept > GOOD_CONDITION) {
            context.warn(String.format(
                    Locale.ROOT,
                    "the activations of %s have condition %.1e: from moments the result is right to about %.0e",
                    side,
                    ofKept,
                    ERROR_AT_GOOD_CONDITION * Math.pow(ofKept / GOOD_CONDITION, 2)));
        }
    }
}
