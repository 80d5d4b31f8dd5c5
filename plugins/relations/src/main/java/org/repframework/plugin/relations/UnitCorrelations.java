package org.repframework.plugin.relations;

import java.util.stream.IntStream;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * Pearson's correlations among the units of both layers, numbered 0..p+q-1: first those of x, then those of y. A dead unit
 * has correlation 0 with everything, itself included.
 */
record UnitCorrelations(JointMoments moments) {

    int count() {
        return moments.unitsX() + moments.unitsY();
    }

    boolean dead(int unit) {
        var p = moments.unitsX();
        return unit < p ? moments.deadX(unit) : moments.deadY(unit - p);
    }

    double at(int unit, int other) {
        if (dead(unit) || dead(other)) {
            return 0;
        }
        // One root of the product, not two roots: only so a unit correlates with itself to exactly 1.
        var scale = Math.sqrt(product(unit, unit) * product(other, other));
        return Math.max(-1, Math.min(1, product(unit, other) / scale));
    }

    private double product(int unit, int other) {
        var p = moments.unitsX();
        if (unit >= p) {
            return other >= p
                    ? moments.yy().at(unit - p, other - p)
                    : moments.xy().at(other, unit - p);
        }
        return other >= p ? moments.xy().at(unit, other - p) : moments.xx().at(unit, other);
    }

    /** All units with each other, p + q square. */
    Matrix combined() {
        var count = count();
        var values = new double[Math.multiplyExact(count, count)];
        for (var unit = 0; unit < count; unit++) {
            for (var other = unit; other < count; other++) {
                values[unit * count + other] = at(unit, other);
                values[other * count + unit] = values[unit * count + other];
            }
        }
        return Matrix.of(count, count, values);
    }

    /**
     * Warns of dead units and of too few samples.
     *
     * @param fate what becomes of dead units, for example {@code they are in no cluster}
     * @throws StageFailure if a whole side is dead
     */
    void examine(String fate, StageContext context) throws StageFailure {
        examine("x", 0, moments.unitsX(), fate, context);
        examine("y", moments.unitsX(), count(), fate, context);
        if (moments.samples() < Math.max(moments.unitsX(), moments.unitsY())) {
            context.warn("only " + moments.samples() + " samples for " + moments.unitsX() + " and " + moments.unitsY()
                    + " units: units correlate by chance; take more images");
        }
    }

    private void examine(String side, int from, int to, String fate, StageContext context) throws StageFailure {
        var dead = IntStream.range(from, to).filter(this::dead).count();
        if (dead == to - from) {
            throw new StageFailure("all " + dead + " units of " + side + " are dead (constant over the "
                    + moments.samples() + " samples): they relate to nothing");
        }
        if (dead > 0) {
            context.warn("dead units of " + side + ": " + dead + " of " + (to - from) + "; " + fate);
        }
    }
}
