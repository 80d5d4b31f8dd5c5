package org.repframework.spi;

import java.io.IOException;

/** Brings a network that was made elsewhere into a workflow: {@code load('deeplearning4j', images.test, path: 'net.zip')}. */
public interface NetworkSource<S extends Record> extends Stage<S> {

    /**
     * From the file's own description of the network alone.
     *
     * @param images like those that the network reads, for their shape and, where they are as many as its outputs, the
     *     names of their classes
     * @throws Refusal if there is no such file, the network has a layer that is not known, the images do not fit, ...
     */
    Description.OfNetwork describe(S settings, Description.OfExamples images);

    Network load(S settings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Role role() {
        return Role.NETWORK_SOURCE;
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        return Ports.of("network", describe(settings, inputs.one("images", Description.OfExamples.class)));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return Ports.of("network", load(settings, inputs.one("images", Examples.class), context));
    }
}
