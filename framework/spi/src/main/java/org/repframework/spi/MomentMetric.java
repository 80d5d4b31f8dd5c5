package org.repframework.spi;

import java.io.IOException;

/**
 * A metric that is a function of the joint second moments of two recordings, whatever the number of samples. The whole
 * of a metric is one method:
 *
 * <pre>{@code
 * public CanonicalCorrelations correlate(Settings settings, JointMoments moments, StageContext context) { ... }
 * }</pre>
 */
public non-sealed interface MomentMetric<S extends Record> extends CorrelationMetric<S> {

    /** What {@link #correlate} will return; a {@link CorrelationMatrix}, {@link CanonicalCorrelations} or {@link Scores}. */
    Description describe(S settings, RecordingDescription x, RecordingDescription y);

    Artifact correlate(S settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        var moments = inputs.one("moments", Description.OfMoments.class);
        return Ports.of("correlation", describe(settings, moments.x(), moments.y()));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return Ports.of("correlation", correlate(settings, inputs.one("moments", JointMoments.class), context));
    }
}
