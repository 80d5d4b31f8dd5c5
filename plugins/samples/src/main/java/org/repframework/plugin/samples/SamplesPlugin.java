package org.repframework.plugin.samples;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** Offers {@code correlate('spearman', x, y)}, {@code correlate('rsa', x, y, distance: 'correlation')} and others. */
public final class SamplesPlugin implements Plugin {

    @Override
    public String name() {
        return "samples";
    }

    @Override
    public String summary() {
        return "measures that need the samples: ranks and information of units, distances and neighbours of samples";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(
                new Spearman(),
                new MutualInformation(),
                new CkaRbf(),
                new Rsa(),
                new DistanceCorrelation(),
                new MutualKnn(),
                new JaccardKnn(),
                new SecondOrderCosine());
    }
}
