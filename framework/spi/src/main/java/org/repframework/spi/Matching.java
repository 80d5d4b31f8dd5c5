package org.repframework.spi;

import java.util.List;
import java.util.Map;

/**
 * Partners for units of x among the units of y.
 *
 * @param method the matcher's name, for example {@code bipartite}
 * @param pairs ascending by unit; a unit of the larger side may have no partner
 * @param correlation the matrix that was matched
 * @param pValues of each pair, how often permuted images give its unit a partner at least as well correlated; empty if
 *     that was not tried
 */
public record Matching(String method, List<Pair> pairs, CorrelationMatrix correlation, List<Double> pValues)
        implements Artifact, Scored {

    /**
     * @param unit index in x
     * @param partner index in y
     * @param correlation their entry in the matrix
     */
    public record Pair(int unit, int partner, double correlation) {}

    public Matching {
        pairs = List.copyOf(pairs);
        pValues = List.copyOf(pValues);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("a matching without pairs");
        }
        if (!pValues.isEmpty() && pValues.size() != pairs.size()) {
            throw new IllegalArgumentException(pValues.size() + " p values of " + pairs.size() + " pairs");
        }
    }

    public Matching(String method, List<Pair> pairs, CorrelationMatrix correlation) {
        this(method, pairs, correlation, List.of());
    }

    /**
     * How much better correlated a unit is with its partner than with the best other unit of y; negative where a
     * one-to-one matching gave that one to another unit, and infinite where there is no other.
     */
    public double margin(Pair pair) {
        var rival = Double.NEGATIVE_INFINITY;
        for (var column = 0; column < correlation.values().columns(); column++) {
            if (column != pair.partner()) {
                rival = Math.max(rival, correlation.values().at(pair.unit(), column));
            }
        }
        return pair.correlation() - rival;
    }

    /** The mean correlation of the pairs. */
    @Override
    public Map<String, Double> scores() {
        return Map.of(
                method, pairs.stream().mapToDouble(Pair::correlation).average().orElseThrow());
    }
}
