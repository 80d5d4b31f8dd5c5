package org.repframework.plugin.similarity;

import org.repframework.numerics.MatrixProduct;
import org.repframework.numerics.PrincipalDirections;
import org.repframework.spi.Definition;
import org.repframework.spi.Matrix;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * The eigenspace overlap score |UxᵀUy|²_F / max(rank X, rank Y), U the left singular vectors of the uncentred activations
 * (May, Zhang, Dao and Ré, "On the Downstream Performance of Compressed Word Embeddings", NeurIPS 2019, definition 2).
 *
 * <p>The uncentred X is Xc + 1mᵀ. In the orthonormal coordinates Q of Xc, and 1/sqrt(n) for the mean, its columns span
 * what (I, sqrt(n) a) does, a the mean in these coordinates, whose inverse root is known: a large mean costs no digits.
 * Where m has a part outside of the directions of Xc, the vector 1 itself is among the columns.
 */
final class EigenspaceOverlap extends DirectionMetric<EigenspaceOverlap.Settings> {

    /** What the mean has outside of Xc counts if its square is above this share of all squares. */
    private static final double TOLERANCE = 1e-12;

    record Settings() {}

    @Override
    public String name() {
        return "eigenspace-overlap";
    }

    @Override
    public String summary() {
        return "how far the spaces that the uncentred units span coincide, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "|UxᵀUy|² / max(rank X, rank Y), Frobenius norm, U the left singular vectors; May et al. "
                        + "2019, definition 2",
                "none",
                "directions of the centred activations whose eigenvalue is at most 1e-12 of the largest, "
                        + "and a mean outside of them of at most as much, are outside of the rank",
                "the larger of the two ranks",
                "dead units take no part, nothing but dead units is an error; a warning where samples are "
                        + "no more than directions, and where the condition number is above 1e5");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.LINEAR_MAP).between(0, 1);
    }

    @Override
    double score(Settings settings, Whitened sides) {
        var n = sides.moments().samples();
        var x = Span.of(sides.x(), sides.moments().meanX(), n);
        var y = Span.of(sides.y(), sides.moments().meanY(), n);
        var common = MatrixProduct.of(MatrixProduct.transposedOf(x.centred(), sides.canonical()), y.centred())
                .plus(MatrixProduct.transposedOf(x.mean(), y.mean()));
        return Math.min(1, Norms.squared(common) / Math.max(x.rank(), y.rank()));
    }

    /**
     * An orthonormal basis of the columns.
     *
     * @param centred its coordinates along those of the centred samples, rank of Xc times rank of X
     * @param mean those along 1/sqrt(n), 1 x rank of X
     */
    private record Span(Matrix centred, Matrix mean) {

        int rank() {
            return mean.columns();
        }

        static Span of(PrincipalDirections directions, Matrix mean, long samples) {
            var rank = directions.rank();
            var inside = MatrixProduct.ofTransposed(mean, directions.vectors());
            var rest = mean.plus(MatrixProduct.of(inside, directions.vectors()).times(-1));
            var squares = directions.values().at(0, 0) + samples * Norms.squared(mean);
            if (samples * Norms.squared(rest) > TOLERANCE * squares) {
                return whole(rank);
            }
            var a = MatrixProduct.ofTransposed(mean, directions.whitening()).times(Math.sqrt(samples));
            return within(a, Norms.squared(a));
        }

        private static Span whole(int rank) {
            var centred = new double[rank * (rank + 1)];
            for (var i = 0; i < rank; i++) {
                centred[i * (rank + 1) + i] = 1;
            }
            var mean = new double[rank + 1];
            mean[rank] = 1;
            return new Span(Matrix.of(rank, rank + 1, centred), Matrix.row(mean));
        }

        // (I + aaᵀ)^-1/2 = I - (1 - 1 / sqrt(1 + |a|²)) aaᵀ / |a|²
        private static Span within(Matrix a, double square) {
            var rank = a.columns();
            var root = Math.sqrt(1 + square);
            var factor = -1 / (root * (root + 1)); // of aaᵀ, without the cancellation
            var centred = new double[rank * rank];
            for (var i = 0; i < rank; i++) {
                for (var j = 0; j < rank; j++) {
                    centred[i * rank + j] = (i == j ? 1 : 0) + factor * a.at(0, i) * a.at(0, j);
                }
            }
            return new Span(Matrix.of(rank, rank, centred), a.times(1 / root));
        }
    }
}
