package org.repframework.spi;

import java.io.IOException;

/**
 * Makes the initial network of a transfer: {@code transfer('copy-layers', base, halves.B.train, layers: 3, freeze: true)}.
 * Layers above the cut are fresh and sized for the target's classes.
 */
public interface TransferBuilder<S extends Record> extends Stage<S> {

    /** @throws Refusal if the donor has fewer layers, the images do not fit it, ... */
    Description.OfNetwork describe(S settings, Description.OfNetwork donor, Description.OfExamples target);

    Network build(S settings, Network donor, Examples target, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Role role() {
        return Role.TRANSFER_BUILDER;
    }

    @Override
    default boolean draws() {
        return true;
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        return Ports.of(
                "network",
                describe(
                        settings,
                        inputs.one("donor", Description.OfNetwork.class),
                        inputs.one("target", Description.OfExamples.class)));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return Ports.of(
                "network",
                build(settings, inputs.one("donor", Network.class), inputs.one("target", Examples.class), context));
    }
}
