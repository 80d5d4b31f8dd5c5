package org.repframework.report.figure;

import org.repframework.report.svg.Lettering;
import org.repframework.report.svg.Palette;
import org.repframework.report.svg.Svg;
import org.repframework.report.svg.TextWidth;

/** The rectangle into which lines are drawn, with its axes. */
record Frame(double left, double top, double width, double height, Axis x, Axis y) {

    private static final double LONGEST_SLANTED = 170;
    private static final double SLANT_DOWN = 0.64; // sine of 40 degrees
    private static final double SLANT_LEFT = 0.77; // cosine of 40 degrees

    /** Room left of a frame for the labels of its vertical axis. */
    static double marginLeft(Axis y) {
        return 28 + widest(y);
    }

    /** Room below a frame of this width for the labels of its horizontal axis. */
    static double marginBottom(Axis x, double width) {
        return 44 + (slanted(x, width) ? Math.min(LONGEST_SLANTED, widest(x)) * SLANT_DOWN : 0);
    }

    /** How far the first slanted label below a frame of this width reaches beyond its left edge. */
    static double overhang(Axis x, double width) {
        return slanted(x, width)
                ? Math.min(LONGEST_SLANTED, widest(x)) * SLANT_LEFT
                        - width / x.ticks().size() / 2
                : 0;
    }

    double across(double value) {
        return x.place(value, left, left + width);
    }

    double up(double value) {
        return y.place(value, top + height, top);
    }

    void draw(Svg svg) {
        for (var tick : y.ticks()) {
            var level = up(tick.at());
            svg.line(left, level, left + width, level, Palette.GRID);
            svg.text(left - 6, level + 4, tick.label(), Lettering.TICK.ending());
        }
        drawMarksBelow(svg);
        svg.line(left, top, left, top + height, Palette.FRAME);
        svg.line(left, top + height, left + width, top + height, Palette.FRAME);
        var below = top + height + marginBottom(x, width) - 6;
        svg.text(left + width / 2, below, x.label(), Lettering.LABEL.middle(), width);
        svg.rising(left - marginLeft(y) + 14, top + height / 2, y.label(), Lettering.LABEL, height + 20);
    }

    private void drawMarksBelow(Svg svg) {
        var slanted = slanted(x, width);
        var every = slanted ? 1 : spacing();
        for (var i = 0; i < x.ticks().size(); i++) {
            var tick = x.ticks().get(i);
            var position = across(tick.at());
            svg.line(position, top + height, position, top + height + 4, Palette.FRAME);
            if (slanted) {
                svg.start("g").set("transform", "translate(" + position + " " + (top + height + 14) + ") rotate(-40)");
                svg.text(0, 0, tick.label(), Lettering.TICK.ending(), LONGEST_SLANTED)
                        .end();
            } else if (i % every == 0) {
                svg.text(position, top + height + 17, tick.label(), Lettering.TICK.middle());
            }
        }
    }

    /** Every which mark has room for its label. */
    private int spacing() {
        var apart = width / Math.max(1, x.ticks().size());
        return (int) Math.max(1, Math.ceil((widest(x) + 8) / apart));
    }

    private static boolean slanted(Axis x, double width) {
        return x.categorical() && widest(x) + 8 > width / x.ticks().size();
    }

    private static double widest(Axis axis) {
        var widest = 0.0;
        for (var tick : axis.ticks()) {
            widest = Math.max(widest, TextWidth.of(tick.label(), Lettering.TICK.size()));
        }
        return widest;
    }
}
