package org.repframework.report.exhibit;

import java.util.List;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;

/** Mean, deviation and largest activation of each unit, a table for x and one for y. */
final class MomentsExhibit {

    private MomentsExhibit() {}

    static void add(Rendition rendition, JointMoments moments, Shown<?> shown) {
        addSide(
                rendition,
                Rendition.join(shown.suffix(), "x"),
                moments.samples(),
                moments.meanX(),
                moments.xx(),
                moments.largestX());
        addSide(
                rendition,
                Rendition.join(shown.suffix(), "y"),
                moments.samples(),
                moments.meanY(),
                moments.yy(),
                moments.largestY());
        rendition.fact(shown, "samples (n)", Numbers.count(moments.samples()));
        rendition.fact(shown, "units of x (p)", Integer.toString(moments.unitsX()));
        rendition.fact(shown, "units of y (q)", Integer.toString(moments.unitsY()));
    }

    private static void addSide(
            Rendition rendition, String suffix, long samples, Matrix mean, Matrix squares, Matrix largest) {
        rendition.sheet(suffix, List.of("unit", "mean", "deviation", "largest"), mean.columns(), (unit, column) -> {
            return switch (column) {
                case 0 -> (Object) (long) unit;
                case 1 -> mean.at(0, unit);
                case 2 -> Math.sqrt(Math.max(0, squares.at(unit, unit)) / samples);
                default -> largest.at(0, unit);
            };
        });
    }
}
