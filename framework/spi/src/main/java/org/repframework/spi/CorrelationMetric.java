package org.repframework.spi;

import java.util.List;

/**
 * Compares two recordings: {@code correlate('pearson', a, b)}. What it needs of them its subtype says; a metric that
 * implements several of them chooses by the sizes, in {@link #evidence}.
 */
public sealed interface CorrelationMetric<S extends Record> extends Stage<S>
        permits MomentMetric, GramMetric, SampleMetric {

    /** What {@link #run} will be given of two recordings of these sizes. */
    Evidence evidence(S settings, RecordingDescription x, RecordingDescription y);

    /**
     * What the result will be.
     *
     * @throws Refusal if recordings of these sizes cannot be compared so
     */
    Description describe(S settings, RecordingDescription x, RecordingDescription y);

    /** What it is, in words for the reader of its numbers. */
    default Definition definition() {
        return Definition.NONE;
    }

    /** Whether a larger score says that the sides are more alike: by it a null is read. */
    default Direction direction(S settings) {
        return Direction.SIMILARITY;
    }

    /** What holds of the result whatever the data, with the default settings. */
    default Traits traits() {
        return Traits.NONE;
    }

    @Override
    default Role role() {
        return Role.CORRELATION_METRIC;
    }

    /** The two recordings, also where a matcher works on them. */
    @Override
    default List<Role.Slot> slots() {
        return Role.CORRELATION_METRIC.slots();
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        var moments = inputs.optional("moments", Description.OfMoments.class);
        var x = moments.isPresent() ? moments.get().x() : recording(inputs, "x");
        var y = moments.isPresent() ? moments.get().y() : recording(inputs, "y");
        var result = describe(settings, x, y);
        return Ports.of(role().result(), x.byFrequency() ? Description.of(FrequencySimilarity.class) : result);
    }

    private static RecordingDescription recording(Inputs<Description> inputs, String slot) {
        return inputs.one(slot, Description.OfRecorded.class).recording();
    }
}
