package org.repframework.plugin.samples;

import java.io.IOException;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.StageFailure;

/** The activations of a recording unit by unit, a few units in memory at a time. */
final class UnitColumns {

    /** A unit is dead if its standard deviation is at most this share of its largest absolute value. */
    static final double DEAD = 1e-12;

    /** Numbers in memory at a time: 256 MB. */
    static final int NUMBERS = 1 << 25;

    private static final int ROWS = 256;

    /** Takes the activations of one unit, n. */
    interface Visitor {
        void visit(int unit, double[] column) throws InterruptedException;
    }

    private UnitColumns() {}

    /** In the order of the units; one step of work for each. */
    static void visit(String side, ActivationMatrix samples, Work work, Visitor visitor)
            throws IOException, StageFailure, InterruptedException {
        var n = Math.toIntExact(samples.samples());
        var units = samples.units();
        var group = Math.min(units, Math.max(1, NUMBERS / n));
        var rows = new double[Math.multiplyExact(Math.min(ROWS, n), units)];
        for (var from = 0; from < units; from += group) {
            var columns = new double[Math.min(group, units - from)][n];
            for (var first = 0; first < n; first += ROWS) {
                work.check();
                var count = Math.min(ROWS, n - first);
                samples.read(first, count, rows);
                turn(side, rows, units, from, first, count, columns);
            }
            for (var i = 0; i < columns.length; i++) {
                visitor.visit(from + i, columns[i]);
                work.step();
            }
        }
    }

    private static void turn(String side, double[] rows, int units, int from, int first, int count, double[][] columns)
            throws StageFailure {
        for (var row = 0; row < count; row++) {
            for (var i = 0; i < columns.length; i++) {
                var value = rows[row * units + from + i];
                if (!Double.isFinite(value)) {
                    throw new StageFailure("the activation of unit " + (from + i) + " at sample " + (first + row)
                            + " of " + side + " is " + value + "; both are counted from 0");
                }
                columns[i][first + row] = value + 0.0; // no -0
            }
        }
    }

    static boolean dead(double[] column) {
        var largest = 0.0;
        for (var value : column) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return true;
        }
        var mean = 0.0;
        for (var value : column) {
            mean += value / largest / column.length;
        }
        var variance = 0.0;
        for (var value : column) {
            variance += (value / largest - mean) * (value / largest - mean) / column.length;
        }
        return Math.sqrt(variance) <= DEAD;
    }
}
