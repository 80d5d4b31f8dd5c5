package org.repframework.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Every unit of y predicted from all units of x by few of them: least squares with an L1 penalty, on standardised
 * units, along a path of penalties (Li et al., ICLR 2016, "mapping layer"). What the weights predict of a unit of y is its
 * mean + deviation * sum over the units of x of weight * (activation - mean) / deviation.
 *
 * @param steps from the largest penalty to the smallest, at least one
 * @param x by which the units of x were standardised when the weights were fitted
 * @param y the same of y
 * @param samples over how many samples the losses were computed
 */
public record Prediction(List<Step> steps, Standard x, Standard y, long samples) implements Artifact, Scored {

    /**
     * One penalty. Of a dead unit of y all weights are 0 and the loss is 0.5.
     *
     * @param penalty of one unit: what is minimised is half its mean squared error + penalty * sum of |weight|
     * @param weights p x q
     * @param losses half the mean squared error of each unit of y as a share of its variance, 1 x q; predicting its
     *     mean costs 0.5
     * @param predictors of each unit of y, the number of weights beyond 1e-3, 1 x q
     * @param gap how much the fit may at most be above the minimum, by duality; the largest over the units of y
     */
    public record Step(double penalty, Matrix weights, Matrix losses, IntVector predictors, double gap) {}

    /**
     * @param means 1 x units
     * @param deviations standard deviations, 1 x units; 0 for a dead unit
     */
    public record Standard(Matrix means, Matrix deviations) {

        public boolean dead(int unit) {
            return deviations.at(0, unit) == 0;
        }
    }

    /** A loss that is at most this many times the best one is nearly as good. */
    private static final double NEARLY = 1.1;

    public Prediction {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a prediction without a penalty");
        }
    }

    public int unitsX() {
        return x.means().columns();
    }

    public int unitsY() {
        return y.means().columns();
    }

    /** The smallest loss of a unit of y over all penalties. */
    public double bestLoss(int unit) {
        return steps.stream()
                .mapToDouble(step -> step.losses().at(0, unit))
                .min()
                .orElseThrow();
    }

    /**
     * The step at which the fewest units predict a unit of y nearly as well as can be, with a loss within 10 % of the
     * best; of equally few, the one of the smallest loss.
     */
    public Step knee(int unit) {
        var enough = NEARLY * bestLoss(unit);
        return steps.stream()
                .filter(step -> step.losses().at(0, unit) <= enough)
                .min((one, other) -> {
                    var fewer = Integer.compare(
                            one.predictors().at(unit), other.predictors().at(unit));
                    return fewer != 0
                            ? fewer
                            : Double.compare(
                                    one.losses().at(0, unit), other.losses().at(0, unit));
                })
                .orElseThrow();
    }

    /** Means over the living units of y at their knees: the number of predictors, the loss, and the best loss. */
    @Override
    public Map<String, Double> scores() {
        var living = IntStream.range(0, unitsY()).filter(unit -> !y.dead(unit)).toArray();
        var predictors = 0.0;
        var loss = 0.0;
        var best = 0.0;
        for (var unit : living) {
            var knee = knee(unit);
            predictors += knee.predictors().at(unit);
            loss += knee.losses().at(0, unit);
            best += bestLoss(unit);
        }
        var scores = new LinkedHashMap<String, Double>();
        scores.put("predictors", predictors / living.length);
        scores.put("loss", loss / living.length);
        scores.put("best loss", best / living.length);
        return scores;
    }
}
