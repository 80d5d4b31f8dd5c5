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
        return definition(
                "sum of rho² over the canonical correlations (Pillai 1955)",
                "none");
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
