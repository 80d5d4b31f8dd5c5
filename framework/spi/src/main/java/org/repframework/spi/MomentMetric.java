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

    Artifact correlate(S settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Evidence evidence(S settings, RecordingDescription x, RecordingDescription y) {
        return Evidence.MOMENTS;
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return Ports.of(role().result(), correlate(settings, inputs.one("moments", JointMoments.class), context));
    }
}
