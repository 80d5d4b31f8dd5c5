package org.repframework.compare;

import java.util.Arrays;
import java.util.Locale;
import org.repframework.numerics.SymmetricEigen;
import org.repframework.spi.Matrix;

/** What packages mean by a threshold of SVCCA: how many principal directions of a side it keeps. */
enum Truncation {
    VARIANCE_SHARE("SVCCA, directions with %s of the variance (squared singular values): svcca:share=variance") {
        @Override
        int kept(double[] variances, double threshold, long samples) {
            return reaching(variances, threshold * sum(variances));
        }
    },
    SINGULAR_VALUE_SHARE("SVCCA, directions with %s of the sum of the singular values: svcca:share=singular-values") {
        @Override
        int kept(double[] variances, double threshold, long samples) {
            var roots = new double[variances.length];
            for (var i = 0; i < roots.length; i++) {
                roots[i] = Math.sqrt(variances[i]);
            }
            return reaching(roots, threshold * sum(roots));
        }
    },
    VARIANCE_ITSELF("SVCCA, directions whose variance adds up to %s, not divided by the total: moves with the scale") {
        @Override
        int kept(double[] variances, double threshold, long samples) {
            return reaching(variances, threshold * Math.max(1, samples - 1));
        }
    },
    SHARE_OF_DIRECTIONS("SVCCA, %s of the number of directions") {
        @Override
        int kept(double[] variances, double threshold, long samples) {
            return (int) Math.ceil(threshold * variances.length);
        }
    };

    private static final double RANK_TOLERANCE = 1e-12;

    private final String title;

    Truncation(String title) {
        this.title = title;
    }

    String title(double threshold) {
        return String.format(Locale.ROOT, title, threshold);
    }

    /**
     * The principal directions kept, one a row.
     *
     * @param squares second moments of one side
     */
    Matrix directions(Matrix squares, double threshold, long samples) {
        var eigen = SymmetricEigen.of(squares);
        var values = eigen.values().toArray();
        var rank = 1;
        while (rank < values.length && values[rank] > RANK_TOLERANCE * values[0]) {
            rank++;
        }
        var kept = kept(Arrays.copyOf(values, rank), threshold, samples);
        return eigen.leading(Math.max(1, Math.min(rank, kept)));
    }

    /** @param variances times samples, descending, above 0 within the rank */
    abstract int kept(double[] variances, double threshold, long samples);

    private static int reaching(double[] values, double wanted) {
        var kept = 0;
        for (var reached = 0.0; kept < values.length && reached < wanted; kept++) {
            reached += values[kept];
        }
        return kept;
    }

    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }
}
