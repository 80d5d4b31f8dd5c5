package org.repframework.plugin.similarity;

import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.Gram;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Traits;

/**
 * Centred kernel alignment from unbiased estimates of HSIC (Song, Smola, Gretton, Bedo and Borgwardt, "Feature Selection
 * via Dependence Maximization", JMLR 13, 2012, equation 5): with the diagonals of K and L set to 0, tr(KL) + 1ᵀK1 1ᵀL1 /
 * ((n - 1)(n - 2)) - 2 / (n - 2) 1ᵀKL1, over the root of the same for (K, K) and (L, L). It may be negative.
 *
 * <p>About the means the rows of the whole K sum to 0, so that without its diagonal row i sums to -|x_i|². What is left
 * are second moments and sums of squared lengths.
 */
final class DebiasedCka extends KernelMetric<DebiasedCka.Settings> {

    private static final int FEWEST_SAMPLES = 4;

    record Settings() {}

    @Override
    public String name() {
        return "cka-debiased";
    }

    @Override
    public String summary() {
        return "centred kernel alignment with linear kernels from unbiased estimates, -1 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "the unbiased HSIC of X and Y over the root of those of X with X and Y with Y, linear "
                        + "kernels; Song et al. 2012, equation 5",
                "none needed: it does not change under a shift",
                "none",
                "none; the factor n (n - 3) of the estimates cancels",
                "dead units take no part, nothing but dead units is an error; fewer than 4 samples are " + "refused");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return super.traits().between(-1, 1);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        if (x.samples() < FEWEST_SAMPLES) {
            throw Refusal.of("", tooFew(x.samples()));
        }
        return super.describe(settings, x, y);
    }

    private static String tooFew(long samples) {
        return "debiased CKA needs at least " + FEWEST_SAMPLES + " samples, there "
                + (samples == 1 ? "is 1" : "are " + samples);
    }

    @Override
    double score(Settings settings, JointMoments moments) throws StageFailure {
        var lengths = moments.lengths();
        var traceX = Norms.trace(moments.xx());
        var traceY = Norms.trace(moments.yy());
        return ratio(
                moments.samples(),
                new Sums(Norms.squared(moments.xy()) - lengths.xy(), traceX * traceY, lengths.xy()),
                new Sums(Norms.squared(moments.xx()) - lengths.xx(), traceX * traceX, lengths.xx()),
                new Sums(Norms.squared(moments.yy()) - lengths.yy(), traceY * traceY, lengths.yy()));
    }

    @Override
    double score(Settings settings, Gram x, Gram y) throws StageFailure {
        return ratio(
                x.samples(),
                Sums.of(x.values(), y.values()),
                Sums.of(x.values(), x.values()),
                Sums.of(y.values(), y.values()));
    }

    private static double ratio(long n, Sums xy, Sums xx, Sums yy) throws StageFailure {
        if (n < FEWEST_SAMPLES) {
            throw new StageFailure(tooFew(n));
        }
        var squares = Math.sqrt(Math.max(0, xx.hsic(n))) * Math.sqrt(Math.max(0, yy.hsic(n)));
        if (!(squares > 0)) {
            throw new StageFailure("the unbiased estimate of a side's HSIC with itself is 0 over " + n
                    + " samples: take more, or cka");
        }
        return Math.max(-1, Math.min(1, xy.hsic(n) / squares));
    }

    /**
     * Of two Gram matrices with diagonals of 0.
     *
     * @param product tr(KL)
     * @param totals 1ᵀK1 1ᵀL1
     * @param rows 1ᵀKL1
     */
    private record Sums(double product, double totals, double rows) {

        static Sums of(Matrix k, Matrix l) {
            var product = 0.0;
            var totalK = 0.0;
            var totalL = 0.0;
            var rows = 0.0;
            for (var i = 0; i < k.rows(); i++) {
                var rowK = 0.0;
                var rowL = 0.0;
                for (var j = 0; j < k.rows(); j++) {
                    if (i != j) {
                        product += k.at(i, j) * l.at(i, j);
                        rowK += k.at(i, j);
                        rowL += l.at(i, j);
                    }
                }
                totalK += rowK;
                totalL += rowL;
                rows += rowK * rowL;
            }
            return new Sums(product, totalK * totalL, rows);
        }

        /** n (n - 3) times the estimate. */
        double hsic(long n) {
            return product + totals / (n - 1) / (n - 2) - 2 * rows / (n - 2);
        }
    }
}
