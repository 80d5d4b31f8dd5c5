package org.repframework.plugin.samples;

import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.Stage;

/** Refuses beforehand what has too few samples, or would need more memory than a task has. */
final class MemoryBound {

    /** In words. */
    static final String SIZE = (Stage.HEAP >> 30) + " GB";

    private static final double GIGABYTE = 1 << 30;

    private MemoryBound() {}

    /**
     * @param least samples without which the measure has no meaning
     * @param bytes the memory needed at a number of samples, which grows with it
     * @param cure what else would help, a clause, or empty
     */
    static void check(
            RecordingDescription x, RecordingDescription y, int least, LongToDoubleFunction bytes, String cure) {
        var samples = x.samples();
        if (samples < least) {
            throw Refusal.of(
                    "x",
                    "at least " + least + " samples are needed, there " + (samples == 1 ? "is " : "are ") + samples);
        }
        var needed = bytes.applyAsDouble(samples);
        if (needed > Stage.HEAP) {
            var fitting = fitting(samples, bytes);
            throw Refusal.of(
                    "x",
                    String.format(
                            Locale.ROOT,
                            "%d samples of %d and %d units need about %.1f GB of memory, and the bound is %s: %s%s",
                            samples,
                            x.units(),
                            y.units(),
                            needed / GIGABYTE,
                            SIZE,
                            fitting < least
                                    ? "no number of samples fits; take fewer units"
                                    : "at most " + fitting + " samples fit",
                            cure.isEmpty() ? "" : "; " + cure));
        }
    }

    /** The largest number of samples that fits. */
    private static long fitting(long tooMany, LongToDoubleFunction bytes) {
        var fits = 0L;
        var exceeds = tooMany;
        while (exceeds - fits > 1) {
            var middle = (fits + exceeds) >>> 1;
            if (bytes.applyAsDouble(middle) <= Stage.HEAP) {
                fits = middle;
            } else {
                exceeds = middle;
            }
        }
        return fits;
    }

    /** What {@link SampleBlocks} of both sides and the reading of one of its blocks take. */
    static double blocks(double samples, RecordingDescription x, RecordingDescription y) {
        return 8 * samples * (x.units() + y.units()) + 8.0 * 256 * Math.max(x.units(), y.units());
    }

    /** n(n - 1)/2. */
    static double pairs(double samples) {
        return samples * (samples - 1) / 2;
    }
}
