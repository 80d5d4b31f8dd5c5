package org.repframework.spi;

import java.util.List;
import java.util.Map;

/**
 * Partners for units of x among the units of y.
 *
 * @param method the matcher's name, for example {@code bipartite}
 * @param pairs ascending by unit; a unit of the larger side may have no partner
 * @param correlation the matrix that was matched
 */
public record Matching(String method, List<Pair> pairs, CorrelationMatrix correlation) implements Artifact, Scored {

    /**
     * @param unit index in x
     * @param partner index in y
     * @param correlation their entry in the matrix
     */
    public record Pair(int unit, int partner, double correlation) {}

    public Matching {
        pairs = List.copyOf(pairs);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("a matching without pairs");
        }
    }

    /** The mean correlation of the pairs. */
    @Override
    public Map<String, Double> scores() {
        return Map.of(
                method, pairs.stream().mapToDouble(Pair::correlation).average().orElseThrow());
    }
}
