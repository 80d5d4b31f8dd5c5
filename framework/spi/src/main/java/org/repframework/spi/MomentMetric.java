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

    /**
     * Whether it may be applied to complex units in their real form ({@link FrequencyMoments#at}), frequency by frequency:
     * only if its score is that of the complex units. A mean of canonical correlations is; a sum or product of them is
     * not, nor what takes units one by one, nor what needs means or {@link LengthMoments}.
     */
    default boolean comparesFrequencies(S settings) {
        return false;
    }

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
