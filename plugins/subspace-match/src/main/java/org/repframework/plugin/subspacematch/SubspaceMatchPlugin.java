package org.repframework.plugin.subspacematch;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** Offers {@code match('maximum', x, y, epsilon: 0.3)}, {@code match('minimal', ...)} and {@code match('simple', ...)}. */
public final class SubspaceMatchPlugin implements Plugin {

    @Override
    public String name() {
        return "subspace-match";
    }

    @Override
    public String summary() {
        return "groups of units that span the same subspace: maximum, minimal, simple";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(new Maximum(), new Minimal(), new Simple());
    }
}
