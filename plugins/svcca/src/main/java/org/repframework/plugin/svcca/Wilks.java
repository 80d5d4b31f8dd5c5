package org.repframework.plugin.svcca;

import java.util.Arrays;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Definition;
import org.repframework.spi.Direction;

/**
 * Wilks' lambda, the product of 1 - rho² over the canonical correlations (S. S. Wilks, "Certain generalizations in the
 * analysis of variance", Biometrika 24, 1932): 1 for unrelated sides, 0 where a direction of one is one of the other.
 */
final class Wilks extends CanonicalMetric<Wilks.Settings> {

    record Settings() {}

    @Override
    public String name() {
        return "wilks";
    }

    @Override
    public String summary() {
        return "product of 1 - rho² over the canonical correlations (Wilks' lambda), 0 (alike) to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "product of 1 - rho²; Wilks 1932",
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
    public Direction direction(Settings settings) {
        return Direction.DISTANCE;
    }

    @Override
    CanonicalCorrelations measure(Settings settings, CanonicalAnalysis analysis) {
        return measure(
                analysis, rho -> Arrays.stream(rho).map(one -> 1 - one * one).reduce(1, (a, b) -> a * b));
    }
}
