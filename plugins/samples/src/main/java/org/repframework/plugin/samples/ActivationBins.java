package org.repframework.plugin.samples;

import java.util.Arrays;

/**
 * The activations of a unit in at most 10 bins: zeros, as a ReLU gives them, in a bin of their own and the others in 9
 * bins between their percentiles; without zeros 10 bins. Percentiles are those of linear interpolation, and an activation
 * at an edge belongs to the upper bin, so that equal activations are never parted.
 *
 * @param bins of each sample
 * @param counts of samples in each bin
 */
record ActivationBins(byte[] bins, int[] counts) {

    static final int BINS = 10;

    static ActivationBins of(double[] column) {
        var others = Arrays.stream(column).filter(value -> value != 0).sorted().toArray();
        var zeros = others.length < column.length ? 1 : 0;
        var edges = edges(others, BINS - zeros);
        var bins = new byte[column.length];
        var counts = new int[BINS];
        for (var sample = 0; sample < bins.length; sample++) {
            if (column[sample] != 0) {
                bins[sample] = (byte) zeros;
                for (var edge : edges) {
                    bins[sample] += column[sample] >= edge ? 1 : 0;
                }
            }
            counts[bins[sample]]++;
        }
        return new ActivationBins(bins, counts);
    }

    /**
     * The least activation at or above each inner percentile. That at k/bins lies (m - 1) k/bins steps up the m sorted
     * activations, at one of them or strictly between two that differ.
     */
    private static double[] edges(double[] sorted, int bins) {
        var edges = new double[sorted.length == 0 ? 0 : bins - 1];
        for (var k = 1; k <= edges.length; k++) {
            edges[k - 1] = sorted[(int) (((sorted.length - 1L) * k + bins - 1) / bins)];
        }
        return edges;
    }

    /** The counts of samples in each pair of bins (bins of this unit x bins of the other). */
    int[] joint(ActivationBins other) {
        var counts = new int[BINS * BINS];
        for (var sample = 0; sample < bins.length; sample++) {
            counts[bins[sample] * BINS + other.bins[sample]]++;
        }
        return counts;
    }
}
