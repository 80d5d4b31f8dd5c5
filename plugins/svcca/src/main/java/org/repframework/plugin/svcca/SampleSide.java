package org.repframework.plugin.svcca;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.repframework.numerics.MatrixProduct;
import org.repframework.numerics.OrthonormalBasis;
import org.repframework.numerics.SingularValueDecomposition;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * One side in orthonormal coordinates from its samples, whose condition number is not squared: by QR with column
 * pivoting, or by singular values where it is truncated.
 *
 * @param basis orthonormal columns, samples x kept
 */
record SampleSide(Matrix basis, CanonicalAnalysis.Side side) {

    /** Singular values of at most this share of the largest are outside the rank. */
    private static final double RANK_TOLERANCE = 1e-10;

    /** @param centred samples x units */
    static SampleSide of(String name, Matrix centred, Truncation truncation, StageContext context) throws StageFailure {
        var dead = dead(centred);
        if (dead == centred.columns()) {
            throw new StageFailure("all " + dead + " units of " + name + " are dead (constant over the "
                    + centred.rows() + " samples): there is nothing to correlate");
        }
        if (dead > 0) {
            context.warn("dead units of " + name + ": " + dead + " of " + centred.columns() + "; they take no part");
        }
        return truncation.threshold() == 1 ? whole(centred, dead) : truncated(centred, dead, truncation);
    }

    private static SampleSide whole(Matrix centred, int dead) {
        var basis = OrthonormalBasis.of(centred);
        var loadings = MatrixProduct.transposedOf(basis.vectors(), centred);
        return new SampleSide(basis.vectors(), new CanonicalAnalysis.Side(loadings, dead, basis.condition()));
    }

    private static SampleSide truncated(Matrix centred, int dead, Truncation truncation) {
        var found = SingularValueDecomposition.of(centred);
        var values = Arrays.stream(found.values().toArray())
                .filter(value -> value > RANK_TOLERANCE * found.values().at(0, 0))
                .toArray();
        var kept = truncation.kept(values);
        var n = centred.rows();
        var width = found.left().columns();
        var left = found.left().toArray();
        var basis = new double[n * kept];
        for (var row = 0; row < n; row++) {
            System.arraycopy(left, row * width, basis, row * kept, kept);
        }
        var vectors = Matrix.of(n, kept, basis);
        var condition = values[0] / values[values.length - 1];
        return new SampleSide(
                vectors, new CanonicalAnalysis.Side(MatrixProduct.transposedOf(vectors, centred), dead, condition));
    }

    // Centred samples of a constant unit are exactly 0.
    private static int dead(Matrix centred) {
        var transposed = centred.transposed();
        return (int) IntStream.range(0, centred.columns())
                .filter(unit -> Arrays.stream(transposed.rowAt(unit)).allMatch(value -> value == 0))
                .count();
    }
}
