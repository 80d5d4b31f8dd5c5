package org.repframework.spi;

import java.io.IOException;

/** Judges a network on labelled images: {@code evaluate('accuracy', net, images.test)}. */
public interface Evaluator<S extends Record> extends Stage<S> {

    /** @throws Refusal if the images do not fit the network */
    void check(S settings, Description.OfNetwork network, Description.OfExamples images);

    Scores evaluate(S settings, Network network, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Role role() {
        return Role.EVALUATOR;
    }

    @Override
    default boolean dependsOnThreads() {
        return true;
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        check(
                settings,
                inputs.one("network", Description.OfNetwork.class),
                inputs.one("images", Description.OfExamples.class));
        return Ports.of("scores", Description.of(Scores.class));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return Ports.of(
                "scores",
                evaluate(
                        settings, inputs.one("network", Network.class), inputs.one("images", Examples.class), context));
    }
}
