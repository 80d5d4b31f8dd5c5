package org.repframework.plugin.similarity;

import java.io.IOException;
import java.util.Map;
import org.repframework.spi.Artifact;
import org.repframework.spi.Description;
import org.repframework.spi.Evidence;
import org.repframework.spi.Gram;
import org.repframework.spi.GramMetric;
import org.repframework.spi.Inputs;
import org.repframework.spi.JointMoments;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.Ports;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Similarity;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/** A measure that is the same from joint moments and from Gram matrices: it asks for whichever is smaller. */
abstract class KernelMetric<S extends Record> implements MomentMetric<S>, GramMetric<S> {

    abstract double score(S settings, JointMoments moments) throws StageFailure;

    abstract double score(S settings, Gram x, Gram y) throws StageFailure;

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.TRANSLATION, Trait.ISOTROPIC_SCALING, Trait.ROTATION)
                .between(0, 1);
    }

    @Override
    public Description describe(S settings, RecordingDescription x, RecordingDescription y) {
        return Description.of(Similarity.class);
    }

    @Override
    public Evidence evidence(S settings, RecordingDescription x, RecordingDescription y) {
        var grams = 2.0 * x.samples() * x.samples();
        var units = (double) x.units() + y.units();
        return grams < units * units ? Evidence.GRAM : Evidence.MOMENTS;
    }

    @Override
    public Similarity correlate(S settings, JointMoments moments, StageContext context) throws StageFailure {
        moments.requireLivingUnits(context);
        return new Similarity(
                name(),
                score(settings, moments),
                moments.samples(),
                moments.unitsX(),
                moments.unitsY(),
                Whitened.dead(moments));
    }

    @Override
    public Similarity correlate(S settings, Gram x, Gram y, StageContext context) throws StageFailure {
        requireVariance("x", x);
        requireVariance("y", y);
        return new Similarity(name(), score(settings, x, y), x.samples(), x.units(), y.units(), Map.of());
    }

    private static void requireVariance(String side, Gram gram) throws StageFailure {
        if (!(Norms.trace(gram.values()) > 0)) {
            throw new StageFailure("all " + gram.units() + " units of " + side + " are constant over the "
                    + gram.samples() + " samples: there is nothing to correlate");
        }
    }

    @Override
    public Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return inputs.optional("moments", JointMoments.class).isPresent()
                ? MomentMetric.super.run(settings, inputs, context)
                : GramMetric.super.run(settings, inputs, context);
    }
}
