package org.repframework.plugin.correlation;

import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Pearson's correlation of every unit of x with every unit of y: the within-net and between-net correlations of Li et
 * al., "Convergent Learning: Do different neural networks learn the same representations?" (ICLR 2016), section 2,
 * E[(X_i - mu_i)(Y_j - mu_j)] / (s_i s_j). A dead unit has correlation 0 with everything, itself included.
 */
final class Pearson implements MomentMetric<Pearson.Settings> {

    record Settings() {}

    @Override
    public String name() {
        return "pearson";
    }

    @Override
    public String summary() {
        return "Pearson's correlation of every unit of x with every unit of y, -1 to 1; 0 for dead units";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "E[(x_i - mu_i)(y_j - mu_j)] / (s_i s_j) of every unit of x with every unit of y; score: mean of the row"
                        + " maxima; Li et al. 2016",
                "the mean of each unit, over the samples",
                "a unit is dead if its standard deviation is at most 1e-12 of its largest absolute value",
                "none; the divisor of the variances cancels",
                "a dead unit correlates 0 with everything, itself included; fewer than 2 samples are an error");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.PERMUTATION, Trait.TRANSLATION, Trait.UNIT_SCALING)
                .between(-1, 1);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        return new Description.OfCorrelation(x.units(), y.units());
    }

    @Override
    public CorrelationMatrix correlate(Settings settings, JointMoments moments, StageContext context)
            throws StageFailure {
        if (moments.samples() < 2) {
            throw new StageFailure("a correlation needs at least 2 samples, there is " + moments.samples());
        }
        var deadX = moments.deadX();
        var deadY = moments.deadY();
        warn(context, "x", deadX.size(), moments.unitsX());
        warn(context, "y", deadY.size(), moments.unitsY());
        return new CorrelationMatrix("pearson", correlations(moments), moments.samples(), deadX, deadY);
    }

    private static Matrix correlations(JointMoments moments) {
        var p = moments.unitsX();
        var q = moments.unitsY();
        var values = new double[Math.multiplyExact(p, q)];
        for (var i = 0; i < p; i++) {
            if (moments.deadX(i)) {
                continue;
            }
            for (var j = 0; j < q; j++) {
                if (!moments.deadY(j)) {
                    // One root of the product, not two roots: only so a unit correlates with itself to exactly 1.
                    var scale = Math.sqrt(moments.xx().at(i, i) * moments.yy().at(j, j));
                    values[i * q + j] = Math.max(-1, Math.min(1, moments.xy().at(i, j) / scale));
                }
            }
        }
        return Matrix.of(p, q, values);
    }

    private static void warn(StageContext context, String side, int dead, int units) {
        if (dead > 0) {
            context.warn("dead units of " + side + ": " + dead + " of " + units + "; they correlate 0 with everything");
        }
    }
}
