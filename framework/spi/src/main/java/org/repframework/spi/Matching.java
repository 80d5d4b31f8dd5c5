package org.repframework.spi;

import java.util.List;
import java.util.Map;

/**
 * Partners for units of x among the units of y.
 *
 * @param method the matcher's name, for example {@code bipartite}
 * @param score the measure itself; mostly the mean correlation of the pairs
 * @param pairs ascending by unit, then by partner; a unit may have no partner, and where no two units choose each other
 *     there is no pair at all
 * @param correlation the matrix that was matched
 * @param pValues of each pair, how often permuted images give its unit a partner at least as well correlated; empty if
 *     that was not tried
 */
public record Matching(
        String method, double score, List<Pair> pairs, CorrelationMatrix correlation, List<Double> pValues)
        implements Artifact, Scored {

    /**
     * @param unit index in x
     * @param partner index in y
     * @param correlation their entry in the matrix
     * @param share how much of the unit the partner is given, above 0; 1 unless the unit is split among several
     */
    public record Pair(int unit, int partner, double correlation, double share) {

        public Pair {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("unit " + unit + " gives its partner a share of " + share);
            }
        }

        public Pair(int unit, int partner, double correlation) {
            this(unit, partner, correlation, 1);
        }
    }

    public Matching {
        pairs = List.copyOf(pairs);
        pValues = List.copyOf(pValues);
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("the score of '" + method + "' is " + score);
        }
        if (!pValues.isEmpty() && pValues.size() != pairs.size()) {
            throw new IllegalArgumentException(pValues.size() + " p values of " + pairs.size() + " pairs");
        }
    }

    /** A matching whose score is the mean correlation of its pairs, by their shares. */
    public Matching(String method, List<Pair> pairs, CorrelationMatrix correlation, List<Double> pValues) {
        this(method, mean(method, pairs), pairs, correlation, pValues);
    }

    public Matching(String method, List<Pair> pairs, CorrelationMatrix correlation) {
        this(method, pairs, correlation, List.of());
    }

    private static double mean(String method, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("'" + method + "' has no pairs, whose mean could be its score");
        }
        var sum = 0.0;
        var shares = 0.0;
        for (var pair : pairs) {
            sum += pair.share() * pair.correlation();
            shares += pair.share();
        }
        return sum / shares;
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

    @Override
    public Map<String, Double> scores() {
        return Map.of(method, score);
    }
}
