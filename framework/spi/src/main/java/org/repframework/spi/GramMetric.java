package org.repframework.spi;

import java.io.IOException;

/** A metric that is a function of the Gram matrices of two recordings, whatever their units: for p + q above n. */
public non-sealed interface GramMetric<S extends Record> extends CorrelationMetric<S> {

    /** @param x of as many samples as y */
    Artifact correlate(S settings, Gram x, Gram y, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Evidence evidence(S settings, RecordingDescription x, RecordingDescription y) {
        return Evidence.GRAM;
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var x = inputs.one("x", Gram.class);
        return Ports.of(role().result(), correlate(settings, x, inputs.one("y", Gram.class), context));
    }
}
