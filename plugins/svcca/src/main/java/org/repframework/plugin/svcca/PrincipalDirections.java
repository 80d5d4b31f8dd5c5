package org.repframework.plugin.svcca;

import org.repframework.numerics.SymmetricEigen;
import org.repframework.spi.Matrix;

/**
 * The leading principal directions of one side.
 *
 * @param whitening row i is u_iᵀ / sqrt(l_i): the samples' coordinates along it have unit square sum (kept x units)
 * @param condition ratio of the largest to the smallest eigenvalue within the rank
 * @param keptCondition the same within the kept directions
 */
record PrincipalDirections(Matrix whitening, double condition, double keptCondition) {

    /** Eigenvalues up to this share of the largest are outside the rank: from moments they are rounding noise. */
    private static final double RANK_TOLERANCE = 1e-12;

    /**
     * @param squares sum over samples of the centred outer products, not all 0 (units x units)
     * @param variance the smallest number of directions is kept whose share of the variance reaches this; 1: the rank
     */
    static PrincipalDirections of(Matrix squares, double variance) {
        var eigen = SymmetricEigen.of(squares);
        var values = eigen.values().toArray();
        var rank = 0;
        var total = 0.0;
        while (rank < values.length && values[rank] > RANK_TOLERANCE * values[0]) {
            total += values[rank++];
        }
        var kept = 0;
        for (var sum = 0.0; kept < rank && (variance == 1 || sum < variance * total); kept++) {
            sum += values[kept];
        }
        return new PrincipalDirections(
                whitening(eigen, kept), values[0] / values[rank - 1], values[0] / values[kept - 1]);
    }

    private static Matrix whitening(SymmetricEigen eigen, int kept) {
        var units = eigen.values().columns();
        var rows = eigen.leading(kept).toArray(); // (kept x units)
        for (var i = 0; i < rows.length; i++) {
            rows[i] /= Math.sqrt(eigen.values().at(0, i / units));
        }
        return Matrix.of(kept, units, rows);
    }

    int kept() {
        return whitening.rows();
    }
}
