package org.repframework.spi;

import java.io.IOException;
import java.util.List;

/**
 * Collects for every unit of a layer the parts of images that it answers to: {@code record('top-patches', net,
 * images.test, layer: 'conv3')}. Its result is an artifact, and the framework asks for many layers and networks over
 * one probe set at once, so that one forward pass of a network serves them all.
 */
public interface PatchRecorder<S extends Record> extends Stage<S> {

    /** @throws Refusal if the network has no such layer, the images do not fit it, ... */
    Description describe(S settings, Description.OfNetwork network, Description.OfExamples images);

    /** The images of each recording, in order; they do not depend on which others were asked for, bit for bit. */
    List<Images> record(List<Recording<S>> recordings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Role role() {
        return Role.ACTIVATION_RECORDER;
    }

    @Override
    default boolean dependsOnThreads() {
        return true;
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        var network = inputs.one("network", Description.OfNetwork.class);
        return Ports.of("images", describe(settings, network, inputs.one("images", Description.OfExamples.class)));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var recording = new Recording<>(settings, inputs.one("network", Network.class));
        return Ports.of(
                "images",
                record(List.of(recording), inputs.one("images", Examples.class), context)
                        .get(0));
    }
}
