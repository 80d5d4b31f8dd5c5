package org.repframework.plugin.relations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.IntVector;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.Prediction;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Every unit of y predicted from all units of x, least squares with an L1 penalty on standardised units: the sparse
 * "mapping layer" of Li et al., "Convergent Learning: Do different neural networks learn the same representations?"
 * (ICLR 2016), section 4. A penalty is that of one unit, 1/2 mean squared error + penalty * |weights|_1, whatever the
 * number of units: at 1 nothing predicts, and on uncorrelated predictors each weight is the correlation less the penalty.
 * The losses are those of the images fitted on; {@link PredictionLoss} gives those of others.
 */
final class SparsePrediction implements MomentMetric<SparsePrediction.Settings> {

    /** A smaller weight is none: the threshold of SCIENCE.md 1. */
    private static final double LEAST_WEIGHT = 1e-3;

    private static final double GOOD_GAP = 1e-6;

    record Settings(
            @Setting(
                    value = "how many penalties, in a geometric series from 1 to the smallest",
                    defaultValue = "20",
                    min = 1)
            int penalties,

            @Setting(
                    value = "the smallest penalty, above 0: of half the mean squared error of one standardised unit",
                    defaultValue = "0.003",
                    min = 0,
                    max = 1)
            double smallest) {

        Settings {
            if (!(smallest > 0 && smallest <= 1)) {
                throw Refusal.of("smallest", "smallest is " + smallest + "; it must be above 0 and at most 1");
            }
        }

        /** Descending to the smallest. */
        double penalty(int step) {
            return penalties == 1 ? smallest : Math.pow(smallest, step / (penalties - 1.0));
        }
    }

    @Override
    public String name() {
        return "sparse-prediction";
    }

    @Override
    public String summary() {
        return "each unit of y predicted by few units of x: loss and number of predictors over a path of penalties";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "each unit of y from all units of x by least squares with an L1 penalty, on a path of penalties (Li et al. 2016)",
                "the mean of each unit; every unit is divided by its deviation",
                "coordinate descent to a duality gap of 1e-9; weights of at most 1e-3 are no predictors",
                "the number of samples",
                "a dead unit of y has loss 0.5, a dead unit of x predicts nothing");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.PERMUTATION, Trait.TRANSLATION, Trait.UNIT_SCALING)
                .between(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        return new Description.OfPrediction(x.units(), y.units());
    }

    @Override
    public Prediction correlate(Settings settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException {
        var correlations = new UnitCorrelations(moments);
        correlations.examine("they predict nothing and are predicted by nothing, loss 0.5", context);
        var p = moments.unitsX();
        var q = moments.unitsY();
        var amongX = new double[p][p];
        for (var unit = 0; unit < p; unit++) {
            for (var other = 0; other < p; other++) {
                amongX[unit][other] = correlations.at(unit, other);
            }
        }
        var path = new ArrayList<Fit>();
        for (var step = 0; step < settings.penalties(); step++) {
            path.add(new Fit(settings.penalty(step), p, q));
        }
        for (var unit = 0; unit < q; unit++) {
            if (!moments.deadY(unit)) {
                var target = new double[p];
                for (var predictor = 0; predictor < p; predictor++) {
                    target[predictor] = correlations.at(predictor, p + unit);
                }
                var descent = new CoordinateDescent(amongX, target);
                for (var fit : path) {
                    context.checkInterrupted();
                    fit.take(unit, descent);
                }
            }
            context.progress(unit + 1, q, "units");
        }
        var steps = path.stream().map(Fit::step).toList();
        warnOfGaps(steps, context);
        return new Prediction(
                steps,
                new Prediction.Standard(moments.meanX(), Deviations.ofX(moments)),
                new Prediction.Standard(moments.meanY(), Deviations.ofY(moments)),
                moments.samples());
    }

    private static void warnOfGaps(Iterable<Prediction.Step> steps, StageContext context) {
        for (var step : steps) {
            if (step.gap() > GOOD_GAP) {
                context.warn(String.format(
                        Locale.ROOT,
                        "the penalty %.2g is not solved exactly: the objective may be %.1e above its minimum",
                        step.penalty(),
                        step.gap()));
            }
        }
    }

    /** One step of the path, filled unit by unit; a unit that is left out has weight 0 and loss 0.5. */
    private static final class Fit {

        private final double penalty;
        private final int p;
        private final int q;
        private final double[] weights; // p x q
        private final double[] losses;
        private final int[] predictors;
        private double gap;

        Fit(double penalty, int p, int q) {
            this.penalty = penalty;
            this.p = p;
            this.q = q;
            weights = new double[Math.multiplyExact(p, q)];
            losses = new double[q];
            Arrays.fill(losses, 0.5);
            predictors = new int[q];
        }

        void take(int unit, CoordinateDescent descent) {
            gap = Math.max(gap, descent.minimise(penalty));
            var found = descent.weights();
            for (var predictor = 0; predictor < p; predictor++) {
                weights[predictor * q + unit] = found[predictor];
            }
            losses[unit] = descent.loss();
            predictors[unit] = descent.beyond(LEAST_WEIGHT);
        }

        Prediction.Step step() {
            return new Prediction.Step(
                    penalty, Matrix.of(p, q, weights), Matrix.row(losses), IntVector.of(predictors), gap);
        }
    }
}
