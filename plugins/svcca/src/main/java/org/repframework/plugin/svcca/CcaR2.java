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
        return definition(
                "sum rho² / min(rank) (Yanai's GCD; Kornblith et al. 2019, table 1, divide by the number "
                        + "of units)",
                "the smaller of the two ranks");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    CanonicalCorrelations measure(Settings settings, CanonicalAnalysis analysis) {
        return measure(analysis, rho -> sumOfSquares(rho) / rho.length);
    }
}
