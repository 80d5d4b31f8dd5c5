package org.repframework.plugin.similarity;

import org.repframework.numerics.MatrixProduct;
import org.repframework.numerics.PrincipalDirections;
import org.repframework.spi.Definition;
import org.repframework.spi.Direction;
import org.repframework.spi.Gram;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Setting;

/**
 * Orthogonal Procrustes: how alike two centred layers are after the best rotation (P. Schönemann, "A generalized solution
 * of the orthogonal Procrustes problem", Psychometrika 31, 1966; as a distance of representations Williams et al.,
 * "Generalized Shape Metrics on Neural Representations", NeurIPS 2021). Similarity s = |XcᵀYc|_* / (|Xc|_F |Yc|_F); {@code
 * angular} is arccos s, {@code distance} is sqrt(|Xc|² + |Yc|² - 2 |XcᵀYc|_*). Where s differs from 1 by less than 1e-14,
 * it is taken for 1.
 */
final class Procrustes extends KernelMetric<Procrustes.Settings> {

    enum Form {
        SIMILARITY,
        ANGULAR,
        DISTANCE
    }

    record Settings(
            @Setting(
                    value = "similarity: 0 to 1; angular: its arc cosine; distance: of the layers as they are",
                    defaultValue = "similarity")
            Form form) {}

    @Override
    public String name() {
        return "procrustes";
    }

    @Override
    public String summary() {
        return "likeness after the best rotation, 0 to 1, or the angle or distance that is left";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "s = |XcᵀYc|_* / (|Xc| |Yc|), nuclear and Frobenius norms; angular: arccos s; distance: "
                        + "the root of |Xc|² + |Yc|² - 2 |XcᵀYc|_*; Williams et al. 2021",
                "the mean of each unit, over the samples",
                "where s differs from 1 by less than 1e-14, it is taken for 1",
                "none; distance is not normalised",
                "dead units take no part, nothing but dead units is an error");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Direction direction(Settings settings) {
        return settings.form() == Form.SIMILARITY ? Direction.SIMILARITY : Direction.DISTANCE;
    }

    /** The distance is of twice as many units. */
    @Override
    public boolean comparesFrequencies(Settings settings) {
        return settings.form() != Form.DISTANCE;
    }

    @Override
    double score(Settings settings, JointMoments moments) {
        return score(
                settings.form(),
                Norms.nuclear(moments.xy()),
                Math.sqrt(Norms.trace(moments.xx())),
                Math.sqrt(Norms.trace(moments.yy())));
    }

    // With K = AAᵀ and L = BBᵀ there are rotations that take A to Xc and B to Yc: |AᵀB|_* = |XcᵀYc|_*.
    @Override
    double score(Settings settings, Gram x, Gram y) {
        var a = PrincipalDirections.of(x.values()).loadings(); // Aᵀ, rank x samples
        var b = PrincipalDirections.of(y.values()).loadings();
        return score(
                settings.form(),
                Norms.nuclear(MatrixProduct.ofTransposed(a, b)),
                Math.sqrt(Norms.trace(x.values())),
                Math.sqrt(Norms.trace(y.values())));
    }

    private static double score(Form form, double nuclear, double lengthX, double lengthY) {
        var similarity = Math.min(1, nuclear / lengthX / lengthY);
        return switch (form) {
            case SIMILARITY -> similarity;
            case ANGULAR -> Norms.angle(similarity);
            case DISTANCE -> Math.sqrt(Math.pow(lengthX - lengthY, 2) + 2 * lengthX * lengthY * Norms.gap(similarity));
        };
    }
}
