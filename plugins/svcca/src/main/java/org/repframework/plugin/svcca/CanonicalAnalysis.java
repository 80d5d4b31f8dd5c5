package org.repframework.plugin.svcca;

import java.io.IOException;
import java.util.Arrays;
import org.repframework.numerics.CentredSamples;
import org.repframework.numerics.MatrixProduct;
import org.repframework.numerics.PrincipalDirections;
import org.repframework.numerics.SingularValues;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * Two sides in orthonormal coordinates: the canonical correlations are the singular values of {@code product}. From
 * moments it is Lx^-1/2 Uxᵀ Sxy Uy Ly^-1/2, where Ux, Lx are the kept eigenpairs of Sxx and Uy, Ly those of Syy; from
 * samples QxᵀQy, where Qx and Qy are orthonormal bases of what is kept.
 *
 * @param samples n
 * @param product inner products of the two sides' orthonormal coordinates, kept x times kept y
 */
record CanonicalAnalysis(long samples, Matrix product, Side x, Side y) {

    /**
     * @param loadings inner products of the orthonormal coordinates with the centred units, kept x units
     * @param dead dead units
     * @param condition condition number of the activations within their rank
     */
    record Side(Matrix loadings, int dead, double condition) {

        int kept() {
            return loadings.rows();
        }

        int units() {
            return loadings.columns();
        }
    }

    static CanonicalAnalysis of(JointMoments moments, Truncation truncation, StageContext context)
            throws StageFailure, InterruptedException {
        moments.requireLivingUnits(context);
        var x = kept(moments.xx(), truncation);
        var y = kept(moments.yy(), truncation);
        context.checkInterrupted();
        x.warnOfCondition("x", context);
        y.warnOfCondition("y", context);
        var analysis = new CanonicalAnalysis(
                moments.samples(),
                MatrixProduct.ofTransposed(MatrixProduct.of(x.whitening(), moments.xy()), y.whitening()),
                new Side(x.loadings(), moments.deadX().size(), x.condition()),
                new Side(y.loadings(), moments.deadY().size(), y.condition()));
        analysis.warnOfSamples(context);
        return analysis;
    }

    private static PrincipalDirections kept(Matrix squares, Truncation truncation) {
        var all = PrincipalDirections.of(squares);
        return all.leading(truncation.kept(
                Arrays.stream(all.values().toArray()).map(Math::sqrt).toArray()));
    }

    static CanonicalAnalysis of(ActivationMatrix x, ActivationMatrix y, Truncation truncation, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var sideX = SampleSide.of("x", CentredSamples.of(x), truncation, context);
        context.checkInterrupted();
        var sideY = SampleSide.of("y", CentredSamples.of(y), truncation, context);
        context.checkInterrupted();
        var analysis = new CanonicalAnalysis(
                x.samples(), MatrixProduct.transposedOf(sideX.basis(), sideY.basis()), sideX.side(), sideY.side());
        analysis.warnOfSamples(context);
        return analysis;
    }

    private void warnOfSamples(StageContext context) {
        if (samples < Math.max(x.units(), y.units())) {
            context.warn("only " + samples + " samples for " + x.units() + " and " + y.units()
                    + " units: canonical correlations are high whatever the networks; take more images");
        } else if (x.kept() + y.kept() >= samples) {
            context.warn("only " + samples + " samples for " + (x.kept() + y.kept())
                    + " directions of both sides: some canonical correlations are 1 whatever the networks");
        }
    }

    /** The canonical correlations, descending, at most 1. */
    double[] correlations() {
        return clipped(SingularValues.of(product));
    }

    static double[] clipped(Matrix singularValues) {
        return Arrays.stream(singularValues.toArray())
                .map(value -> Math.min(1, value))
                .toArray();
    }

    CanonicalCorrelations result(String metric, double score, double[] correlations) {
        return new CanonicalCorrelations(
                metric,
                score,
                Arrays.stream(correlations).boxed().toList(),
                samples,
                x.units(),
                y.units(),
                x.dead(),
                y.dead(),
                x.kept(),
                y.kept(),
                x.condition() * x.condition(),
                y.condition() * y.condition());
    }
}
