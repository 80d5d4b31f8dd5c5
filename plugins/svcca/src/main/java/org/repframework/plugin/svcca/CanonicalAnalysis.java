package org.repframework.plugin.svcca;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.repframework.numerics.MatrixProduct;
import org.repframework.numerics.SingularValues;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.JointMoments;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * Canonical correlations from joint moments: the singular values of Lx^-1/2 Uxᵀ Sxy Uy Ly^-1/2, where Ux, Lx are the
 * kept eigenpairs of Sxx and Uy, Ly those of Syy. The score is their mean over the smaller number kept.
 *
 * @param metric the metric's name
 * @param variance share of the variance that the kept directions reach
 */
record CanonicalAnalysis(String metric, double variance) {

    // Measured against a QR decomposition of the samples, the mean correlation from moments is right to 1e-11 at a
    // condition of 1e5 and to 2e-9 at 1e6: the error grows with the square.
    private static final double GOOD_CONDITION = 1e5;
    private static final double ERROR_AT_GOOD_CONDITION = 2e-11;

    CanonicalCorrelations of(JointMoments moments, StageContext context) throws StageFailure, InterruptedException {
        requireAlive(moments, "x", moments.unitsX(), moments::deadX, context);
        requireAlive(moments, "y", moments.unitsY(), moments::deadY, context);
        var x = PrincipalDirections.of(moments.xx(), variance);
        var y = PrincipalDirections.of(moments.yy(), variance);
        context.checkInterrupted();
        warnOfSamples(moments, x.kept() + y.kept(), context);
        warnOfCondition("x", x, context);
        warnOfCondition("y", y, context);

        var product = MatrixProduct.ofTransposed(
                MatrixProduct.of(x.whitening(), moments.xy()), y.whitening()); // (kept x times kept y)
        var correlations = Arrays.stream(SingularValues.of(product).toArray())
                .map(value -> Math.min(1, value))
                .boxed()
                .toList();
        return new CanonicalCorrelations(
                metric,
                correlations.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                correlations,
                moments.samples(),
                moments.unitsX(),
                moments.unitsY(),
                x.kept(),
                y.kept(),
                x.condition(),
                y.condition());
    }

    private static void requireAlive(
            JointMoments moments, String side, int units, IntPredicate dead, StageContext context) throws StageFailure {
        var deadUnits = IntStream.range(0, units).filter(dead).count();
        if (deadUnits == units) {
            throw new StageFailure("all " + units + " units of " + side + " are dead (constant over the "
                    + moments.samples() + " samples): there is nothing to correlate");
        }
        if (deadUnits > 0) {
            context.warn("dead units of " + side + ": " + deadUnits + " of " + units + "; they take no part");
        }
    }

    private static void warnOfSamples(JointMoments moments, int directions, StageContext context) {
        var samples = moments.samples();
        if (samples < Math.max(moments.unitsX(), moments.unitsY())) {
            context.warn("only " + samples + " samples for " + moments.unitsX() + " and " + moments.unitsY()
                    + " units: canonical correlations are high whatever the networks; take more images");
        } else if (directions >= samples) {
            context.warn("only " + samples + " samples for " + directions
                    + " directions of both sides: some canonical correlations are 1 whatever the networks");
        }
    }

    private static void warnOfCondition(String side, PrincipalDirections directions, StageContext context) {
        var condition = Math.sqrt(directions.keptCondition());
        if (condition > GOOD_CONDITION) {
            var error = ERROR_AT_GOOD_CONDITION * Math.pow(condition / GOOD_CONDITION, 2);
            context.warn(String.format(
                    Locale.ROOT,
                    "the activations of %s have condition %.1e: from moments the mean correlation is right to %.0e",
                    side,
                    condition,
                    error));
        }
    }
}
