package org.repframework.plugin.correlation;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** Offers {@code correlate('pearson', x, y)}. */
public final class CorrelationPlugin implements Plugin {

    @Override
    public String name() {
        return "correlation";
    }

    @Override
    public String summary() {
        return "correlation of single units: pearson";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(new Pearson());
    }
}
