package org.repframework.plugin.summaries;

import java.util.List;

/**
 * The procedure of Benjamini and Hochberg, "Controlling the false discovery rate" (Journal of the Royal Statistical
 * Society B 57, 1995): of m p values those count that are at most the largest sorted p(k) with p(k) <= k q / m; then the
 * expected share of false ones among them is at most q.
 */
final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /** The largest p value that counts, negative if none does. */
    static double threshold(List<Double> pValues, double q) {
        var sorted = pValues.stream().sorted().toList();
        for (var k = sorted.size(); k >= 1; k--) {
            if (sorted.get(k - 1) <= k * q / sorted.size()) {
                return sorted.get(k - 1);
            }
        }
        return -1;
    }
}
