package org.repframework.spi;

import java.io.IOException;

/** Brings labelled images into a workflow: {@code dataset('image-folder', path: 'cifar10.zip')}. */
public interface DatasetSource<S extends Record> extends Stage<S> {

    /**
     * From folder listings and file headers alone.
     *
     * @throws Refusal if there is no such file, no class, one class, a file cut short, ...
     */
    Description.OfDataset describe(S settings);

    Dataset load(S settings, StageContext context) throws StageFailure, InterruptedException, IOException;

    @Override
    default Role role() {
        return Role.DATASET_SOURCE;
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        return Ports.of("dataset", describe(settings));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return Ports.of("dataset", load(settings, context));
    }
}
