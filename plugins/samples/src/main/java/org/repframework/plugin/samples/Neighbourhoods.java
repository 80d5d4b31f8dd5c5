package org.repframework.plugin.samples;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Description;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * The k nearest neighbours of every sample in x and in y, by the cosine of samples that are not centred, the sample itself
 * left out: the most similar by inner product after scaling to length 1. Ties go to the lower sample number.
 */
record Neighbourhoods(SampleDistances x, SampleDistances y, NearestNeighbours inX, NearestNeighbours inY) {

    static final Traits TRAITS =
            Traits.of(Trait.SYMMETRIC, Trait.ISOTROPIC_SCALING, Trait.ROTATION).between(0, 1);

    record Settings(
            @Setting(value = "neighbours of a sample, less than there are samples", defaultValue = "10", min = 1)
            int k) {}

    static Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        MemoryBound.check(x, y, 2, samples -> 24 * samples * settings.k() + MemoryBound.blocks(samples, x, y), "");
        if (settings.k() >= x.samples()) {
            throw Refusal.of(
                    "k",
                    "k is " + settings.k() + ", but a sample has only " + (x.samples() - 1)
                            + " others; take k from 1 to " + (x.samples() - 1));
        }
        return Score.described();
    }

    static Neighbourhoods of(Settings settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var work = new Work(context, SamplePairs.steps(x.samples()), "blocks of pairs");
        var a = SampleDistances.read("x", x, Distance.COSINE, context, work);
        var b = SampleDistances.read("y", y, Distance.COSINE, context, work);
        var neighbours = NearestNeighbours.of(List.of(a, b), settings.k(), work);
        Score.requireSpread("x", neighbours.get(0).spread(), 0);
        Score.requireSpread("y", neighbours.get(1).spread(), 0);
        return new Neighbourhoods(a, b, neighbours.get(0), neighbours.get(1));
    }

    int samples() {
        return x.samples();
    }

    /** The neighbours of a sample in x or in y, each once, ascending. */
    int[] union(int sample) {
        return IntStream.concat(IntStream.of(inX.of(sample)), IntStream.of(inY.of(sample)))
                .sorted()
                .distinct()
                .toArray();
    }
}
