package org.repframework.spi;

import java.io.IOException;

/** A metric that needs the samples themselves: rank correlation, mutual information, neighbours. */
public non-sealed interface SampleMetric<S extends Record> extends CorrelationMetric<S> {

    /**
     * Reads what it needs block by block, or all where the samples fit into memory; {@link #describe} refuses what
     * would not.
     *
     * @param x of as many samples as y, row by row of the same image
     */
    Artifact correlate(S settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Evidence evidence(S settings, RecordingDescription x, RecordingDescription y) {
        return Evidence.SAMPLES;
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var x = inputs.one("x", Samples.class);
        return Ports.of(role().result(), correlate(settings, x, inputs.one("y", Samples.class), context));
    }
}
