package org.repframework.plugin.samples;

import java.util.List;

/** The distances of all pairs of samples, kept as the bits of doubles, which sort like the numbers since none is below 0. */
final class PairBits {

    private PairBits() {}

    /** The n(n - 1)/2 pairs i < j, row by row. */
    static long[] of(SampleDistances distances, Work work) throws InterruptedException {
        var n = (long) distances.samples();
        var bits = new long[Math.toIntExact(n * (n - 1) / 2)];
        SamplePairs.visit(List.of(distances), work, (sample, first, count, found) -> {
            var start = (int) (sample * (2 * n - sample - 1) / 2) + first - sample - 1;
            for (var i = 0; i < count; i++) {
                bits[start + i] = Double.doubleToRawLongBits(found[0][i]);
            }
        });
        return bits;
    }
}
