package org.repframework.spi;

import java.util.List;
import java.util.Map;

/**
 * Every unit of y predicted from all units of x by few of them: least squares with an L1 penalty, on standardised
 * units, along a path of penalties (Li et al., ICLR 2016, "mapping layer").
 *
 * @param steps from the largest penalty, under which nothing predicts, to the smallest
 * @param unitsX p
 * @param unitsY q
 * @param samples over how many samples the losses were computed
 */
public record Prediction(List<Step> steps, int unitsX, int unitsY, long samples) implements Artifact, Scored {

    /**
     * One penalty.
     *
     * @param penalty as a share of each unit's own largest absolute correlation with a predictor, 0..1
     * @param weights p x q, of standardised units
     * @param losses half the mean squared error of each unit of y, 1 x q; predicting nothing costs 0.5
     * @param predictors of each unit of y, the number of weights beyond 1e-3, 1 x q
     * @param gap the largest duality gap over the units of y
     */
    public record Step(double penalty, Matrix weights, Matrix losses, IntVector predictors, double gap) {}

    public Prediction {
        steps = List.copyOf(steps);
    }

    /** Of the smallest penalty: the mean loss and the mean number of predictors. */
    @Override
    public Map<String, Double> scores() {
        var last = steps.get(steps.size() - 1);
        var loss = 0.0;
        var predictors = 0.0;
        for (var unit = 0; unit < unitsY; unit++) {
            loss += last.losses().at(0, unit);
            predictors += last.predictors().at(unit);
        }
        return Map.of("loss", loss / unitsY, "predictors", predictors / unitsY);
    }
}
