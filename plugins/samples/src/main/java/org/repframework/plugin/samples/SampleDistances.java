package org.repframework.plugin.samples;

import java.io.IOException;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * The distances between all samples of one recording, n x n, of which none is kept. Cosines are half the squared
 * distance of samples scaled to length 1, which is exact for nearly parallel ones, where 1 - cosine is not. A sample
 * without direction, 0 in all units, has cosine 0 with every other.
 */
final class SampleDistances {

    /** Half a squared distance of two samples of length 1 that is nothing but rounding: they are parallel. */
    private static final double PARALLEL = 1e-30;

    private static final int PILOT = 32;

    private final SampleBlocks blocks;
    private final Distance distance;
    private final boolean[] directionless; // empty where the distance is none of directions

    private SampleDistances(SampleBlocks blocks, Distance distance, boolean[] directionless) {
        this.blocks = blocks;
        this.distance = distance;
        this.directionless = directionless;
    }

    /** @param side x or y */
    static SampleDistances read(
            String side, ActivationMatrix samples, Distance distance, StageContext context, Work work)
            throws IOException, StageFailure, InterruptedException {
        return of(side, SampleBlocks.read(side, samples, work), distance, context, work);
    }

    static SampleDistances of(String side, SampleBlocks blocks, Distance distance, StageContext context, Work work)
            throws InterruptedException {
        var directions = distance == Distance.CORRELATION || distance == Distance.COSINE;
        if (distance == Distance.CORRELATION) {
            blocks.centreSamples(work);
        }
        var directionless = directions ? blocks.scaleToLengthOne(work) : new boolean[0];
        var count = 0;
        for (var one : directionless) {
            count += one ? 1 : 0;
        }
        if (count > 0) {
            context.warn("samples of " + side
                    + (distance == Distance.COSINE ? " that are 0 in all units: " : " that are the same in all units: ")
                    + count + " of " + blocks.samples()
                    + "; they are at distance 1 from every other");
        }
        return new SampleDistances(blocks, distance, directionless);
    }

    SampleBlocks blocks() {
        return blocks;
    }

    int samples() {
        return blocks.samples();
    }

    double between(int one, int other) {
        var single = new double[] {blocks.squaredDistance(one, other)};
        finish(one, other, 1, single);
        return single[0];
    }

    /** Makes distances of squared ones: those of a sample to {@code count} others from {@code first} on. */
    void finish(int sample, int first, int count, double[] squared) {
        switch (distance) {
            case EUCLIDEAN -> {
                for (var i = 0; i < count; i++) {
                    squared[i] = Math.sqrt(squared[i]);
                }
            }
            case SQUARED_EUCLIDEAN -> {}
            case CORRELATION, COSINE -> {
                for (var i = 0; i < count; i++) {
                    var half = squared[i] / 2;
                    squared[i] = directionless[sample] || directionless[first + i] ? 1 : half <= PARALLEL ? 0 : half;
                }
            }
        }
    }

    /** About the mean distance: that of the first sample to the next few. */
    double pilot() {
        var others = Math.min(PILOT, samples() - 1);
        var sum = 0.0;
        for (var other = 1; other <= others; other++) {
            sum += between(0, other);
        }
        return sum / others;
    }
}
