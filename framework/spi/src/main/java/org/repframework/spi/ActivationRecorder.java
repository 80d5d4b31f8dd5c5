package org.repframework.spi;

import java.io.IOException;
import java.util.List;

/**
 * Reads the activations of a layer: {@code record('units', net, images.test, layer: 'conv1', reading: 'sum')}. A
 * recording is not a task: the framework gathers what the metrics need of many recordings over one probe set and asks
 * for all of it at once, so that one forward pass of a network serves every layer and every pair.
 */
public interface ActivationRecorder<S extends Record> extends Stage<S> {

    /** Two recordings over the same probe set with the same number of samples. */
    record Pair<S extends Record>(Recording<S> x, Recording<S> y) {}

    /** @throws Refusal if the network has no such layer, the images do not fit it, ... */
    RecordingDescription describe(S settings, Description.OfNetwork network, Description.OfExamples images);

    /**
     * The joint moments of every pair, in the order of the pairs, without writing an activation. The result of a pair
     * does not depend on which other pairs were asked for, bit for bit.
     */
    List<JointMoments> jointMoments(List<Pair<S>> pairs, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    /**
     * The moments at each frequency that a pair has in common, in the order of the pairs; of recordings by frequency.
     *
     * @throws StageFailure if activations are NaN or infinite, or this recorder transforms none
     */
    default List<FrequencyMoments> frequencyMoments(List<Pair<S>> pairs, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        throw new StageFailure("record '" + name() + "' delivers no moments by frequency");
    }

    /**
     * The activations themselves of each recording, in order, each written to a file in the task's scratch directory.
     *
     * @throws StageFailure if activations are NaN or infinite, or this recorder delivers joint moments alone
     */
    default List<Samples> samples(List<Recording<S>> recordings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        throw new StageFailure("record '" + name() + "' delivers joint moments alone, and no samples");
    }

    /**
     * The Gram matrix of each recording, in order.
     *
     * @throws StageFailure if activations are NaN or infinite, or this recorder delivers joint moments alone
     */
    default List<Gram> grams(List<Recording<S>> recordings, Examples images, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        throw new StageFailure("record '" + name() + "' delivers joint moments alone, and no Gram matrices");
    }

    @Override
    default Role role() {
        return Role.ACTIVATION_RECORDER;
    }

    @Override
    default boolean dependsOnThreads() {
        return true;
    }

    /** Unused: a recorder is asked for evidence. */
    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        throw new UnsupportedOperationException("a recording is not a task");
    }

    /** Unused: a recorder is asked for evidence. */
    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context) {
        throw new UnsupportedOperationException("a recording is not a task");
    }
}
