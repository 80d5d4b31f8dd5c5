package org.repframework.plugin.svcca;

import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Definition;
import org.repframework.spi.Traits;

/**
 * Pillai's trace, the sum of the squared canonical correlations (K. C. S. Pillai, "Some new test criteria in
 * multivariate analysis", Annals of Mathematical Statistics 26, 1955).
 */
final class Pillai extends CanonicalMetric<Pillai.Settings> {

    record Settings() {}

    @Override
    public String name() {
        return "pillai";
    }

    @Override
    public String summary() {
        return "sum of the squared canonical correlations (Pillai's trace), 0 to the smaller rank";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "sum of rho²; Pillai 1955",
                "the mean of each unit, over the samples",
                "directions whose eigenvalue is at most 1e-12 of the largest are outside of the rank "
                        + "(from samples, a diagonal of QR at most 1e-10 of the first)",
                "none",
                "dead units take no part, nothing but dead units is an error; a warning where samples are "
                        + "fewer than units or directions, and where the condition number is above 1e5");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return super.traits().between(0, Double.POSITIVE_INFINITY);
    }

    @Override
    CanonicalCorrelations measure(Settings settings, CanonicalAnalysis analysis) {
        return measure(analysis, CanonicalMetric::sumOfSquares);
    }
}
