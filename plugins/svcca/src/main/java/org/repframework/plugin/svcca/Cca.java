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
        return new Definition(
                "mean of the canonical correlations rho, the singular values of QxᵀQy, Q an orthonormal "
                        + "basis of the centred units; Hotelling 1936",
                "the mean of each unit, over the samples",
                "directions whose eigenvalue is at most 1e-12 of the largest are outside of the rank "
                        + "(from samples, a diagonal of QR at most 1e-10 of the first)",
                "the smaller of the two ranks",
                "dead units take no part, nothing but dead units is an error; a warning where samples are "
                        + "fewer than units or directions, and where the condition number is above 1e5");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean comparesFrequencies(Settings settings) {
        return true;
    }

    @Override
    CanonicalCorrelations measure(Settings settings, CanonicalAnalysis analysis) {
        return measure(analysis, CanonicalMetric::mean);
    }
}
