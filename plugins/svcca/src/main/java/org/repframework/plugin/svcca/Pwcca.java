package org.repframework.plugin.svcca;

import org.repframework.numerics.MatrixProduct;
import org.repframework.numerics.SingularValueDecomposition;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Definition;
import org.repframework.spi.Setting;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Canonical correlations weighted by how much their variates account for of one side's units (Morcos, Raghu and Bengio,
 * "Insights on representational similarity in neural networks with canonical correlation", NeurIPS 2018, equation 4):
 * a_i = sum_j |&lt;h_i, x_j&gt;| for the orthonormal canonical variates h_i of x and its centred units x_j, over the min(rank)
 * pairs only; similarity = sum a_i rho_i / sum a_i.
 */
final class Pwcca extends CanonicalMetric<Pwcca.Settings> {

    enum Weights {
        X,
        Y
    }

    record Settings(
            @Setting(value = "whose units weigh the canonical correlations", defaultValue = "x")
            Weights side) {}

    @Override
    public String name() {
        return "pwcca";
    }

    @Override
    public String summary() {
        return "canonical correlations weighted by what they account for of one side's units, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "sum a_i rho_i / sum a_i, a_i = sum_j |<h_i, x_j>| over the units x_j of the side, h_i "
                        + "its orthonormal canonical variates; Morcos et al. 2018, equation 4",
                "the mean of each unit, over the samples",
                "directions whose eigenvalue is at most 1e-12 of the largest are outside of the rank "
                        + "(from samples, a diagonal of QR at most 1e-10 of the first)",
                "the sum of the weights over the smaller rank",
                "dead units take no part, nothing but dead units is an error; a warning where samples are "
                        + "fewer than units or directions, and where the condition number is above 1e5");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.TRANSLATION, Trait.ISOTROPIC_SCALING, Trait.PERMUTATION)
                .between(0, 1);
    }

    @Override
    CanonicalCorrelations measure(Settings settings, CanonicalAnalysis analysis) {
        var found = SingularValueDecomposition.of(analysis.product());
        var correlations = CanonicalAnalysis.clipped(found.values());
        var ofUnits = settings.side() == Weights.X
                ? MatrixProduct.transposedOf(found.left(), analysis.x().loadings())
                : MatrixProduct.of(found.right(), analysis.y().loadings()); // (variates x units)
        var weighted = 0.0;
        var total = 0.0;
        for (var i = 0; i < correlations.length; i++) {
            for (var product : ofUnits.rowAt(i)) {
                weighted += Math.abs(product) * correlations[i];
                total += Math.abs(product);
            }
        }
        return analysis.result(name(), weighted / total, correlations);
    }
}
