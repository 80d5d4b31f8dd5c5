package org.repframework.plugin.similarity;

import org.repframework.spi.Description;
import org.repframework.spi.JointMoments;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Similarity;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** A measure that weighs the principal directions of both sides. */
abstract class DirectionMetric<S extends Record> implements MomentMetric<S> {

    abstract double score(S settings, Whitened sides);

    @Override
    public Description describe(S settings, RecordingDescription x, RecordingDescription y) {
        return Description.of(Similarity.class);
    }

    @Override
    public Similarity correlate(S settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException {
        var sides = Whitened.of(moments, context);
        return sides.result(name(), score(settings, sides));
    }
}
