package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Matching.Pair;
import org.repframework.spi.Trait;

/** Holds the traits of a matcher on random correlations, in which no two are equal. */
final class MatcherTraits<S extends Record> {

    private static final int TRIALS = 10;

    private final MatcherContract<S> contract;

    MatcherTraits(MatcherContract<S> contract) {
        this.contract = contract;
    }

    void check(Trait trait) throws Exception {
        for (var seed = 1; seed <= TRIALS; seed++) {
            var correlation = MatcherContract.random(seed, 5 + seed % 3, 6);
            var pairs = contract.match(correlation).pairs();
            var transformed = switch (trait) {
                case SYMMETRIC -> exchanged(correlation);
                case PERMUTATION -> permuted(correlation, new Random(seed));
                default ->
                    throw new AssertionError(
                            "traits() says '" + trait.title() + "', but a matcher sees correlations alone: only"
                                    + " the symmetry of sides and the permutation of units have a meaning");
            };
            assertEquals(
                    sorted(pairs),
                    sorted(transformed),
                    "traits() says '" + trait.title() + "', but on the random correlations of seed " + seed
                            + " the pairs do not follow");
        }
    }

    void checkRange() throws Exception {
        var traits = contract.stage().traits();
        for (var seed = 1; seed <= TRIALS; seed++) {
            for (var pair : contract.match(MatcherContract.random(seed, 6, 5)).pairs()) {
                if (!(pair.correlation() >= traits.lowest() && pair.correlation() <= traits.highest())) {
                    fail(pair + " is out of the range of traits(), " + traits.lowest() + " to " + traits.highest());
                }
            }
        }
    }

    /** The pairs of the transposed matrix, told in units of the original. */
    private List<Pair> exchanged(CorrelationMatrix correlation) throws Exception {
        return contract.match(MatcherContract.correlation(correlation.values().transposed())).pairs().stream()
                .map(pair -> new Pair(pair.partner(), pair.unit(), pair.correlation(), pair.share()))
                .toList();
    }

    private List<Pair> permuted(CorrelationMatrix correlation, Random random) throws Exception {
        var values = correlation.values();
        var rows = MetricTraits.order(values.rows(), random);
        var columns = MetricTraits.order(values.columns(), random);
        var permuted = MetricTraits.columns(
                        MetricTraits.columns(values, columns).transposed(), rows)
                .transposed();
        return contract.match(MatcherContract.correlation(permuted)).pairs().stream()
                .map(pair -> new Pair(rows[pair.unit()], columns[pair.partner()], pair.correlation(), pair.share()))
                .toList();
    }

    private static List<Pair> sorted(List<Pair> pairs) {
        return pairs.stream()
                .sorted(Comparator.comparing(Pair::unit).thenComparing(Pair::partner))
                .toList();
    }
}
