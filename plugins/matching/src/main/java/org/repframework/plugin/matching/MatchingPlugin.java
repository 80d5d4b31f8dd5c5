package org.repframework.plugin.matching;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** Offers {@code match('bipartite', correlation)}, its relatives, and {@code match('bipartite-test', x, y)}. */
public final class MatchingPlugin implements Plugin {

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public String summary() {
        return "partners for units: semi, bipartite, greedy, mutual, soft, and tests of them";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(
                new SemiMatching(),
                new BipartiteMatching(),
                new GreedyMatching(),
                new MutualMatching(),
                new SoftMatching(),
                PermutationTest.semi(),
                PermutationTest.bipartite());
    }
}
