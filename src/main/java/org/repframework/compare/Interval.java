package org.repframework.compare;

/** Where 95 % of a measure's values lie when groups of samples are drawn with replacement (percentile bootstrap). */
record Interval(double low, double high) {

    static Interval of(double[] scores) {
        return new Interval(Percentiles.of(scores, 0.025), Percentiles.of(scores, 0.975));
    }
}
