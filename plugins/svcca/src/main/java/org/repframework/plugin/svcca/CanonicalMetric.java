package org.repframework.plugin.svcca;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Artifact;
import org.repframework.spi.CanonicalCorrelations;
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
