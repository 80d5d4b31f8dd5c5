package org.repframework.plugin.similarity;

import java.util.function.DoubleUnaryOperator;
import org.repframework.numerics.MatrixProduct;
import org.repframework.numerics.PrincipalDirections;
import org.repframework.spi.Definition;
import org.repframework.spi.Direction;
import org.repframework.spi.Matrix;
import org.repframework.spi.Setting;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * A generalised shape distance (Williams, Kunz, Kornblith and Linderman, "Generalized Shape Metrics on Neural
 * Representations", NeurIPS 2021, equation 8): each side partially whitened, Xc V diag(alpha + (1 - alpha) l^-1/2) Vᵀ with
 * the eigenpairs l, V of XcᵀXc (l at least 1e-7), then the angular Procrustes distance. At alpha = 1 this is that distance,
 * at 0 arccos(sum rho / sqrt(rank x rank y)); between them it depends on the scale.
 */
final class Shape extends DirectionMetric<Shape.Settings> {

    private static final double SMALLEST_EIGENVALUE = 1e-7;

    record Settings(
            @Setting(value = "1: the layers as they are, 0: whitened", defaultValue = "1", min = 0, max = 1)
            double alpha) {}

    @Override
    public String name() {
        return "shape";
    }

    @Override
    public String summary() {
        return "angle that is left after the best rotation of partially whitened layers, 0 (alike) to pi/2";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "angular Procrustes distance of Xc V diag(alpha + (1 - alpha) l^-1/2) Vᵀ and the same of "
                        + "Y, l and V the eigenpairs of XcᵀXc; Williams et al. 2021, equation 8",
                "the mean of each unit, over the samples",
                "l is at least 1e-7; directions with l at most 1e-12 of the largest take no part",
                "XcᵀXc is not divided by n",
                "dead units take no part, nothing but dead units is an error; a warning where samples are "
                        + "no more than directions, and where the condition number is above 1e5");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.TRANSLATION, Trait.ISOTROPIC_SCALING, Trait.ROTATION)
                .between(0, Math.PI / 2);
    }

    @Override
    public Direction direction(Settings settings) {
        return Direction.DISTANCE;
    }

    @Override
    public boolean comparesFrequencies(Settings settings) {
        return true;
    }

    @Override
    double score(Settings settings, Whitened sides) {
        DoubleUnaryOperator weight = eigenvalue ->
                settings.alpha() + (1 - settings.alpha()) / Math.sqrt(Math.max(SMALLEST_EIGENVALUE, eigenvalue));
        var lengthX = length(sides.x(), sides.moments().xx(), weight);
        var lengthY = length(sides.y(), sides.moments().yy(), weight);
        return Norms.angle(Norms.nuclear(sides.product(weight, weight)) / lengthX / lengthY);
    }

    // From the second moments, not from their eigenvalues: rounded as the product is, so that equal sides have angle 0.
    private static double length(PrincipalDirections side, Matrix squares, DoubleUnaryOperator weight) {
        var weighted = side.scaled(weight);
        return Math.sqrt(Norms.trace(MatrixProduct.ofTransposed(MatrixProduct.of(weighted, squares), weighted)));
    }
}
