package org.repframework.plugin.svcca;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Artifact;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.Evidence;
import org.repframework.spi.Inputs;
import org.repframework.spi.JointMoments;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.Ports;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.SampleMetric;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * A measure that is a function of canonical correlations. It asks for moments; where samples are at hand and so unequal
 * in their directions that moments lose digits, it can be given the samples.
 */
abstract class CanonicalMetric<S extends Record> implements MomentMetric<S>, SampleMetric<S> {

    /** Which directions take part; all of the rank unless said otherwise. */
    Truncation truncation(S settings) {
        return Truncation.NONE;
    }

    abstract CanonicalCorrelations measure(S settings, CanonicalAnalysis analysis);

    /** The result of a measure that is a function of the correlations alone. */
    CanonicalCorrelations measure(CanonicalAnalysis analysis, ToDoubleFunction<double[]> score) {
        var correlations = analysis.correlations();
        return analysis.result(name(), score.applyAsDouble(correlations), correlations);
    }

    static double mean(double[] correlations) {
        return Arrays.stream(correlations).average().orElseThrow();
    }

    static double sumOfSquares(double[] correlations) {
        return Arrays.stream(correlations).map(rho -> rho * rho).sum();
    }

    /** What all of the family state alike. */
    static Definition definition(String formula, String divisor) {
        return new Definition(
                formula,
                "the mean of every unit is subtracted",
                "dead: standard deviation up to 1e-12 of the largest absolute value; outside of the rank: from moments an "
                        + "eigenvalue up to 1e-12 of the largest, from samples (where the condition is above 1e5 and they "
                        + "are at hand) a singular value up to 1e-10 of the largest",
                divisor,
                "dead units take no part, with a warning; fails if a side has no others; fewer samples than units, and "
                        + "samples up to the number of directions of both sides, are warned of: rho is then 1 whatever the data");
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.TRANSLATION, Trait.LINEAR_MAP).between(0, 1);
    }

    @Override
    public Description describe(S settings, RecordingDescription x, RecordingDescription y) {
        return Description.of(CanonicalCorrelations.class);
    }

    @Override
    public Evidence evidence(S settings, RecordingDescription x, RecordingDescription y) {
        return Evidence.MOMENTS;
    }

    @Override
    public CanonicalCorrelations correlate(S settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException {
        return measure(settings, CanonicalAnalysis.of(moments, truncation(settings), context));
    }

    @Override
    public CanonicalCorrelations correlate(S settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return measure(settings, CanonicalAnalysis.of(x, y, truncation(settings), context));
    }

    @Override
    public Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return MomentMetric.super.run(settings, inputs, context);
    }
}
