package org.repframework.report.figure;

import java.util.List;

/** From the lowest to the highest of some numbers. */
record Extent(double low, double high, boolean whole) {

    private static final Extent EMPTY = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, true);

    /** Of all that is drawn vertically, bands included. */
    static Extent ofValues(List<Line> lines) {
        var extent = EMPTY;
        for (var line : lines) {
            for (var i = 0; i < line.y().length; i++) {
                if (line.drawn(i)) {
                    var half = line.band().isPresent() ? line.band().get()[i] : 0;
                    extent = extent.including(line.y()[i])
                            .including(line.y()[i] - half)
                            .including(line.y()[i] + half);
                }
            }
        }
        return extent;
    }

    /** Of the horizontal places. */
    static Extent ofPlaces(List<Line> lines) {
        var extent = EMPTY;
        for (var line : lines) {
            for (var place : line.x()) {
                extent = extent.including(place);
            }
        }
        return extent;
    }

    /** A number that is not finite changes nothing. */
    Extent including(double value) {
        if (!Double.isFinite(value)) {
            return this;
        }
        return new Extent(Math.min(low, value), Math.max(high, value), whole && value == Math.rint(value));
    }

    Axis widened(String label, int marks) {
        return high < low ? Axis.numeric(label, 0, 1, marks) : Axis.widened(label, low, high, marks);
    }

    /** An axis that ends with the numbers. */
    Axis kept(String label, int marks) {
        if (high < low) {
            return Axis.numeric(label, 0, 1, marks);
        }
        if (high == low) {
            return Axis.whole(label, low - 1, high + 1, 2);
        }
        return whole ? Axis.whole(label, low, high, marks) : Axis.numeric(label, low, high, marks);
    }
}
