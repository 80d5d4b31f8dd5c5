package org.repframework.spi;

import java.io.IOException;

/**
 * Divides a data set into halves A and B: {@code split('random-classes', images, replica: 2)}. Labels of a half are
 * 0..K-1 in the order of its class names.
 */
public interface DatasetSplitter<S extends Record> extends Stage<S> {

    record Halves<T>(T a, T b) {}

    /**
     * The halves' sizes and class names.
     *
     * @param seeds the seeds that {@link #split} will be given
     * @throws Refusal if a half would have fewer than two classes, a class does not exist, ...
     */
    Halves<Description.OfDataset> describe(S settings, Description.OfDataset dataset, Seeds seeds);

    Halves<Dataset> split(S settings, Dataset dataset, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Role role() {
        return Role.DATASET_SPLITTER;
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        var halves = describe(settings, inputs.one("dataset", Description.OfDataset.class), seeds);
        return Ports.of("A", halves.a(), "B", halves.b());
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var halves = split(settings, inputs.one("dataset", Dataset.class), context);
        return Ports.of("A", halves.a(), "B", halves.b());
    }
}
