package org.repframework.plugin.svcca;

import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Definition;

/**
 * Mean canonical correlation over the smaller of the two ranks (H. Hotelling, "Relations between two sets of
 * variates", Biometrika 28, 1936; the mean as in Raghu et al., NIPS 2017, section 2). Invariant to any invertible linear
 * map of either side.
 */
final class Cca extends CanonicalMetric<Cca.Settings> {

    record Settings() {}

    @Override
    public String name() {
        return "cca";
    }

    @Override
    public String summary() {
        return "mean canonical correlation over the smaller rank, 0 to 1";
    }

    @Override
    public Definition definition() {
        return definition(
                "mean of the canonical correlations rho, the singular values of QxᵀQy (Hotelling 1936)",
                "the smaller of the two ranks");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    CanonicalCorrelations measure(Settings settings, CanonicalAnalysis analysis) {
        return measure(analysis, CanonicalMetric::mean);
    }
}
