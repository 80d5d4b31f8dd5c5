package org.repframework.plugin.similarity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.repframework.numerics.MatrixProduct;
import org.repframework.numerics.PrincipalDirections;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.Similarity;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/** The principal directions of both sides, for measures that weigh them. */
record Whitened(JointMoments moments, PrincipalDirections x, PrincipalDirections y) {

    static Whitened of(JointMoments moments, StageContext context) throws StageFailure, InterruptedException {
        moments.requireLivingUnits(context);
        var x = PrincipalDirections.of(moments.xx());
        context.checkInterrupted();
        var y = PrincipalDirections.of(moments.yy());
        context.checkInterrupted();
        x.warnOfCondition("x", context);
        y.warnOfCondition("y", context);
        if (x.rank() + y.rank() >= moments.samples()) {
            context.warn("only " + moments.samples() + " samples for " + (x.rank() + y.rank())
                    + " directions of both sides: some directions coincide whatever the networks; take more images");
        }
        return new Whitened(moments, x, y);
    }

    /** diag f(lx) Uxᵀ Sxy Uy diag g(ly), rank of x times rank of y. */
    Matrix product(DoubleUnaryOperator f, DoubleUnaryOperator g) {
        return MatrixProduct.ofTransposed(MatrixProduct.of(x.scaled(f), moments.xy()), y.scaled(g));
    }

    /** QxᵀQy of orthonormal bases: its singular values are the canonical correlations. */
    Matrix canonical() {
        return product(Whitened::inverseRoot, Whitened::inverseRoot);
    }

    static double inverseRoot(double eigenvalue) {
        return 1 / Math.sqrt(eigenvalue);
    }

    Similarity result(String metric, double score) {
        var details = new LinkedHashMap<>(dead(moments));
        details.put("rankX", (double) x.rank());
        details.put("rankY", (double) y.rank());
        details.put("conditionX", x.condition());
        details.put("conditionY", y.condition());
        return new Similarity(metric, score, moments.samples(), moments.unitsX(), moments.unitsY(), details);
    }

    static Map<String, Double> dead(JointMoments moments) {
        var details = new LinkedHashMap<String, Double>();
        details.put("deadX", (double) moments.deadX().size());
        details.put("deadY", (double) moments.deadY().size());
        return details;
    }
}
