package org.repframework.compare;

import java.util.Arrays;

/** Percentiles with linear interpolation between the two nearest values, as numpy's. */
final class Percentiles {

    private Percentiles() {}

    static double of(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var place = share * (sorted.length - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
