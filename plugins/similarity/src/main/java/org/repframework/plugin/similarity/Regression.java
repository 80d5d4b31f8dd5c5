package org.repframework.plugin.similarity;

import org.repframework.spi.Definition;
import org.repframework.spi.Setting;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * The share of one side's variance that a linear regression on the other explains: R² of y from x is |QxᵀYc|²_F / |Yc|²_F,
 * Qx an orthonormal basis of Xc (Kornblith, Norouzi, Lee and Hinton, ICML 2019, table 1).
 */
final class Regression extends DirectionMetric<Regression.Settings> {

    enum Predictor {
        X,
        Y
    }

    record Settings(
            @Setting(value = "x: y is predicted from x, y: x from y", defaultValue = "x")
            Predictor direction) {}

    @Override
    public String name() {
        return "regression";
    }

    @Override
    public String summary() {
        return "share of y's variance that a linear regression on x explains (R²), 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "R² = |QxᵀYc|² / |Yc|², Frobenius norms, Qx an orthonormal basis of Xc; direction: y the "
                        + "other way; Kornblith et al. 2019, table 1",
                "the mean of each unit, over the samples",
                "directions whose eigenvalue is at most 1e-12 of the largest are outside of the rank",
                "the variance of the predicted side",
                "dead units take no part, nothing but dead units is an error; a warning where samples are "
                        + "no more than directions, and where the condition number is above 1e5; without held-out samples: 1 wherever the predictor has n - 1 directions");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.TRANSLATION, Trait.ISOTROPIC_SCALING, Trait.ROTATION)
                .between(0, 1);
    }

    @Override
    public boolean comparesFrequencies(Settings settings) {
        return true;
    }

    @Override
    double score(Settings settings, Whitened sides) {
        var fromX = settings.direction() == Predictor.X;
        var explained = fromX
                ? sides.product(Whitened::inverseRoot, eigenvalue -> 1)
                : sides.product(eigenvalue -> 1, Whitened::inverseRoot);
        var whole = Norms.trace(fromX ? sides.moments().yy() : sides.moments().xx());
        return Math.min(1, Norms.squared(explained) / whole);
    }
}
