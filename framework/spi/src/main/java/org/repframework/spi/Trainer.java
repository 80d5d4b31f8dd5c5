package org.repframework.spi;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns a network from labelled images: {@code train('sgd', images.train, network: 'convnet')}, or
 * {@code train('sgd', halves.B.train, from: initial)}.
 */
public interface Trainer<S extends Record> extends Stage<S> {

    /**
     * @param curve loss and further quantities over epochs
     * @param checkpoints the network after each of {@link #checkpoints} of the training
     */
    record Trained(Network network, Curve curve, Map<Double, Network> checkpoints) {

        /** Of a trainer that keeps no checkpoints. */
        public Trained(Network network, Curve curve) {
            this(network, curve, Map.of());
        }
    }

    /**
     * @param from the network to go on from; empty: fresh weights of the architecture in the settings
     * @throws Refusal if there is no such architecture, the network does not fit the images, ...
     */
    Description.OfNetwork describe(S settings, Description.OfExamples images, Optional<Description.OfNetwork> from);

    /** Layers that {@code from} declares frozen come out bit-identical. */
    Trained train(S settings, Examples images, Optional<Network> from, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    /** Shares of the training, 0 to 1, after which a script wants the network: {@code net.at(0.35)}. */
    default List<Double> checkpoints(S settings) {
        return List.of();
    }

    /** The port of a checkpoint. */
    static String port(double share) {
        return "at(" + BigDecimal.valueOf(share).stripTrailingZeros().toPlainString() + ")";
    }

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
        var ports = new LinkedHashMap<String, Description>();
        ports.put("network", network);
        ports.put("curve", Description.of(Curve.class));
        checkpoints(settings).forEach(share -> ports.put(port(share), network));
        return new Ports<>(ports);
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var trained =
                train(settings, inputs.one("images", Examples.class), inputs.optional("from", Network.class), context);
        var ports = new LinkedHashMap<String, Artifact>();
        ports.put("network", trained.network());
        ports.put("curve", trained.curve());
        checkpoints(settings)
                .forEach(share -> ports.put(port(share), trained.checkpoints().get(share)));
        return new Ports<>(ports);
    }
}
