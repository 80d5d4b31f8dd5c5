package org.repframework.spi;

import java.io.IOException;
import java.util.Optional;

/**
 * Learns a network from labelled images: {@code train('sgd', images.train, network: 'convnet')}, or
 * {@code train('sgd', halves.B.train, from: initial)}.
 */
public interface Trainer<S extends Record> extends Stage<S> {

    /** @param curve loss and further quantities over epochs */
    record Trained(Network network, Curve curve) {}

    /**
     * @param from the network to go on from; empty: fresh weights of the architecture in the settings
     * @throws Refusal if there is no such architecture, the network does not fit the images, ...
     */
    Description.OfNetwork describe(S settings, Description.OfExamples images, Optional<Description.OfNetwork> from);

    /** Layers that {@code from} declares frozen come out bit-identical. */
    Trained train(S settings, Examples images, Optional<Network> from, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Role role() {
        return Role.TRAINER;
    }

    @Override
    default boolean draws() {
        return true;
    }

    @Override
    default boolean dependsOnThreads() {
        return true;
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        var network = describe(
                settings,
                inputs.one("images", Description.OfExamples.class),
                inputs.optional("from", Description.OfNetwork.class));
        return Ports.of("network", network, "curve", Description.of(Curve.class));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var trained =
                train(settings, inputs.one("images", Examples.class), inputs.optional("from", Network.class), context);
        return Ports.of("network", trained.network(), "curve", trained.curve());
    }
}
