package org.repframework.plugin.svcca;

import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Definition;

/**
 * Mean squared canonical correlation over the smaller of the two ranks (Yanai's generalised coefficient of
 * determination; Kornblith, Norouzi, Lee and Hinton, "Similarity of Neural Network Representations Revisited", ICML 2019,
 * table 1, whose divisor is the number of units).
 */
final class CcaR2 extends CanonicalMetric<CcaR2.Settings> {

    record Settings() {}

    @Override
    public String name() {
        return "cca-r2";
    }

    @Override
    public String summary() {
        return "mean squared canonical correlation over the smaller rank, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "sum of rho² / r; Yanai 1974, Kornblith et al. 2019, table 1",
                "the mean of each unit, over the samples",
                "directions whose eigenvalue is at most 1e-12 of the largest are outside of the rank "
                        + "(from samples, a diagonal of QR at most 1e-10 of the first)",
                "the smaller of the two ranks, r",
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
        return measure(analysis, rho -> sumOfSquares(rho) / rho.length);
    }
}
