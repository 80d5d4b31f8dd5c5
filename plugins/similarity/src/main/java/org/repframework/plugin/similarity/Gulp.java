package org.repframework.plugin.similarity;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.repframework.numerics.PrincipalDirections;
import org.repframework.spi.Definition;
import org.repframework.spi.Direction;
import org.repframework.spi.Setting;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * GULP, how far apart the predictions of ridge regressions on the two sides can be (Boix-Adsera, Lawrence, Stepaniants
 * and Rigollet, "GULP: a prediction-based metric between representations", NeurIPS 2022, section 2). Columns centred, each
 * side scaled to |X|_F = sqrt(n), S = XᵀX/n: tr[(Sx(Sx+l)^-1)²] + tr[(Sy(Sy+l)^-1)²] - 2 tr[(Sx+l)^-1 Sxy (Sy+l)^-1 Syx].
 * At l = 0 the inverse is that of the rank: rank x + rank y - 2 sum rho².
 */
final class Gulp extends DirectionMetric<Gulp.Settings> {

    record Settings(
            @Setting(value = "ridge penalty, in units of each side's total variance", defaultValue = "0", min = 0)
            double lambda) {}

    @Override
    public String name() {
        return "gulp";
    }

    @Override
    public String summary() {
        return "how far apart the predictions of ridge regressions on the two sides can be, at least 0 (alike)";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "tr[(Sx(Sx+l)^-1)²] + tr[(Sy(Sy+l)^-1)²] - 2 tr[(Sx+l)^-1 Sxy (Sy+l)^-1 Syx], S = XᵀX/n; "
                        + "Boix-Adsera et al. 2022",
                "the mean of each unit, over the samples; then each side is scaled to |X| = sqrt(n)",
                "directions whose eigenvalue is at most 1e-12 of the largest are outside of the rank, "
                        + "also of the inverse at l = 0",
                "n",
                "dead units take no part, nothing but dead units is an error; a warning where samples are "
                        + "no more than directions, and where the condition number is above 1e5");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.TRANSLATION, Trait.LINEAR_MAP).between(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public Direction direction(Settings settings) {
        return Direction.DISTANCE;
    }

    @Override
    double score(Settings settings, Whitened sides) {
        var lambda = settings.lambda();
        var traceX = Norms.trace(sides.moments().xx());
        var traceY = Norms.trace(sides.moments().yy());
        // (xx/t + l)^-1/2 / sqrt(t) = (xx + l t)^-1/2: the scaling goes into the penalty.
        var common = Norms.squared(sides.product(ridge(lambda * traceX), ridge(lambda * traceY)));
        return Math.max(0, own(sides.x(), lambda * traceX) + own(sides.y(), lambda * traceY) - 2 * common);
    }

    private static DoubleUnaryOperator ridge(double penalty) {
        return eigenvalue -> 1 / Math.sqrt(eigenvalue + penalty);
    }

    private static double own(PrincipalDirections side, double penalty) {
        return Arrays.stream(side.values().toArray())
                .map(eigenvalue -> Math.pow(eigenvalue / (eigenvalue + penalty), 2))
                .sum();
    }
}
