package org.repframework.plugin.similarity;

import org.repframework.spi.Definition;
import org.repframework.spi.Gram;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;

/**
 * Centred kernel alignment with linear kernels: |XcᵀYc|²_F / (|XcᵀXc|_F |YcᵀYc|_F) (Kornblith, Norouzi, Lee and Hinton,
 * "Similarity of Neural Network Representations Revisited", ICML 2019, section 3), the same as tr(KL) / (|K|_F |L|_F) of
 * the centred Gram matrices.
 */
final class LinearCka extends KernelMetric<LinearCka.Settings> {

    record Settings() {}

    @Override
    public String name() {
        return "cka";
    }

    @Override
    public String summary() {
        return "centred kernel alignment with linear kernels, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "|XcᵀYc|² / (|XcᵀXc| |YcᵀYc|), Frobenius norms; Kornblith et al. 2019, section 3",
                "the mean of each unit, over the samples",
                "none",
                "none",
                "dead units take no part, nothing but dead units is an error");
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
    double score(Settings settings, JointMoments moments) {
        return ratio(Norms.squared(moments.xy()), moments.xx(), moments.yy());
    }

    @Override
    double score(Settings settings, Gram x, Gram y) {
        var k = x.values().toArray();
        var l = y.values().toArray();
        var product = 0.0;
        for (var i = 0; i < k.length; i++) {
            product += k[i] * l[i];
        }
        return ratio(Math.max(0, product), x.values(), y.values());
    }

    private static double ratio(double product, Matrix x, Matrix y) {
        return Math.min(1, product / (Norms.frobenius(x) * Norms.frobenius(y)));
    }
}
