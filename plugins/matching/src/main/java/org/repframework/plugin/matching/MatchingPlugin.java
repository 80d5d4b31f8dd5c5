package org.repframework.plugin.matching;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** Offers {@code match('semi', correlation)} and {@code match('bipartite', correlation)}. */
public final class MatchingPlugin implements Plugin {

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public String summary() {
        return "partners for units: semi, bipartite";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(new SemiMatching(), new BipartiteMatching());
    }
}
