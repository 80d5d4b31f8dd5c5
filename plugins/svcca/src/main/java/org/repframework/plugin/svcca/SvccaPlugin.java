package org.repframework.plugin.svcca;

import java.util.List;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** Offers {@code correlate('svcca', x, y, variance: 0.99)} and the other measures of the CCA family. */
public final class SvccaPlugin implements Plugin {

    @Override
    public String name() {
        return "svcca";
    }

    @Override
    public String summary() {
        return "canonical correlations of layers: svcca, cca, cca-r2, pwcca, wilks, pillai";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(new Svcca(), new Cca(), new CcaR2(), new Pwcca(), new Wilks(), new Pillai());
    }
}
