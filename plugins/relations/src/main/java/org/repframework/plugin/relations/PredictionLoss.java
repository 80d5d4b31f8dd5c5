package org.repframework.plugin.relations;

import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.Artifact;
import org.repframework.spi.Description;
import org.repframework.spi.Inputs;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.Ports;
import org.repframework.spi.Prediction;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.Role;
import org.repframework.spi.Seeds;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * What a prediction costs on other images than it was fitted on: {@code correlate('prediction-loss', c, d, from:
 * prediction)} gives the same weights with the losses of these recordings. Units are standardised as they were for the
 * fit, which is part of what is tried; the loss of a unit is half the mean squared error as a share of its variance over
 * the other images. So 0.5 is the cost of knowing their mean and nothing else, and a prediction may cost more.
 */
final class PredictionLoss implements MomentMetric<PredictionLoss.Settings> {

    private static final String FROM = "from";
    private static final String MISSING =
            "from is missing; give the prediction whose weights are tried: from: correlate('sparse-prediction', a, b)";

    record Settings() {}

    @Override
    public String name() {
        return "prediction-loss";
    }

    @Override
    public String summary() {
        return "what the weights of a sparse prediction cost on other images";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public List<Role.Slot> slots() {
        var slots = new ArrayList<>(MomentMetric.super.slots());
        slots.add(Role.Slot.named(FROM, Prediction.class));
        return slots;
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        return new Description.OfPrediction(x.units(), y.units());
    }

    @Override
    public Ports<Description> describe(Settings settings, Inputs<Description> inputs, Seeds seeds) {
        var ports = MomentMetric.super.describe(settings, inputs, seeds);
        var from = inputs.optional(FROM, Description.OfPrediction.class).orElseThrow(() -> Refusal.of(FROM, MISSING));
        if (!ports.byName().containsValue(from)) {
            var here = (Description.OfPrediction)
                    ports.byName().values().iterator().next();
            throw Refusal.of(
                    FROM,
                    "the prediction is of " + from.predicted() + " units from " + from.predictors()
                            + ", the recordings have " + here.predicted() + " and " + here.predictors());
        }
        return ports;
    }

    @Override
    public Ports<Artifact> run(Settings settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException {
        var from = inputs.optional(FROM, Prediction.class).orElseThrow(() -> new StageFailure(MISSING));
        return Ports.of("correlation", losses(from, inputs.one("moments", JointMoments.class), context));
    }

    /** Without a prediction there is nothing to try. */
    @Override
    public Prediction correlate(Settings settings, JointMoments moments, StageContext context) throws StageFailure {
        throw new StageFailure(MISSING);
    }

    private static Prediction losses(Prediction from, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException {
        new UnitCorrelations(moments).examine("a dead unit of y costs 0.5 whatever its weights", context);
        var products = StandardProducts.of(from, moments);
        var steps = new ArrayList<Prediction.Step>();
        for (var step : from.steps()) {
            var losses = new double[from.unitsY()];
            for (var unit = 0; unit < losses.length; unit++) {
                context.checkInterrupted();
                losses[unit] = from.y().dead(unit) || moments.deadY(unit) ? 0.5 : products.loss(step.weights(), unit);
            }
            steps.add(new Prediction.Step(
                    step.penalty(), step.weights(), Matrix.row(losses), step.predictors(), step.gap()));
            context.progress(steps.size(), from.steps().size(), "penalties");
        }
        return new Prediction(steps, from.x(), from.y(), moments.samples());
    }
}
