package org.repframework.report.figure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.repframework.report.svg.DivergingColours;
import org.repframework.report.svg.Heading;
import org.repframework.report.svg.Lettering;
import org.repframework.report.svg.Numbers;
import org.repframework.report.svg.Palette;
import org.repframework.report.svg.Png;
import org.repframework.report.svg.Svg;
import org.repframework.report.svg.TextWidth;
import org.repframework.spi.Matrix;

/**
 * A matrix as coloured cells, one pixel a cell.
 *
 * @param rows from above
 * @param columns from the left
 * @param range the colours run from -range to range
 */
public record HeatMap(String title, Matrix values, Units rows, Units columns, double range) {

    private static final double SIDE = 440; // of the longer edge
    private static final double SHORTEST = 90;
    private static final double LARGEST_CELL = 28;
    private static final double LEFT = 58;
    private static final double TOP = 40;
    private static final double BAR = 86; // the colour bar with its distance and labels

    /** 1 for correlations, so that the colours of two figures can be compared; else the largest absolute value. */
    public static double rangeOf(Matrix values) {
        var largest = 0.0;
        for (var value : values.toArray()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest <= 1 + 1e-9 ? 1 : largest;
    }

    /** @param name of the figure */
    public String draw(String name) {
        var cell = Math.min(LARGEST_CELL, SIDE / Math.max(rows.count(), columns.count()));
        var width = Math.max(SHORTEST, cell * columns.count());
        var height = Math.max(SHORTEST, cell * rows.count());
        var whole = Math.max(LEFT + width + BAR, 420);
        var heading = Heading.of(title, whole - LEFT - 8);
        var svg = new Svg(name, title, whole, TOP + height + 48 + heading.extra());
        heading.draw(svg, LEFT);
        svg.image(LEFT, TOP, width, height, cells());
        outline(svg, LEFT, TOP, width, height);
        drawAxes(svg, width, height);
        drawBar(svg, LEFT + width + 20, height);
        return svg.finish();
    }

    /** What the page needs to say a cell's value, as JSON. */
    public Map<String, String> data() {
        var encoded = ByteBuffer.allocate(rows.count() * columns.count() * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (var row = 0; row < rows.count(); row++) {
            for (var column = 0; column < columns.count(); column++) {
                var share = range > 0 ? values.at(rows.at(row), columns.at(column)) / range : 0;
                encoded.putShort((short) Math.round(Math.max(-1, Math.min(1, share)) * Short.MAX_VALUE));
            }
        }
        var text = Base64.getEncoder().encodeToString(encoded.array());
        return Map.of(
                "cells",
                "{\"rows\":" + rows.json() + ",\"columns\":" + columns.json() + ",\"range\":" + range + ",\"values\":\""
                        + text + "\"}");
    }

    private byte[] cells() {
        var pixels = new byte[rows.count() * columns.count()];
        for (var row = 0; row < rows.count(); row++) {
            for (var column = 0; column < columns.count(); column++) {
                pixels[row * columns.count() + column] =
                        (byte) DivergingColours.level(values.at(rows.at(row), columns.at(column)), range);
            }
        }
        return Png.indexed(columns.count(), rows.count(), DivergingColours.table(), pixels);
    }

    /** Marks count cells and stand at a cell's middle. */
    private void drawAxes(Svg svg, double width, double height) {
        for (var tick : ticks(columns, width / 60)) {
            var x = LEFT + (tick.at() - columns.first() + 0.5) * width / columns.count();
            svg.line(x, TOP + height, x, TOP + height + 4, Palette.FRAME);
            svg.text(x, TOP + height + 17, tick.label(), Lettering.TICK.middle());
        }
        for (var tick : ticks(rows, height / 50)) {
            var y = TOP + (tick.at() - rows.first() + 0.5) * height / rows.count();
            svg.line(LEFT - 4, y, LEFT, y, Palette.FRAME);
            svg.text(LEFT - 7, y + 4, tick.label(), Lettering.TICK.ending());
        }
        svg.text(LEFT + width / 2, TOP + height + 38, columns.label(), Lettering.LABEL.middle(), width + 100);
        var half = TextWidth.of(rows.label(), Lettering.LABEL.size()) / 2;
        svg.rising(18, TOP + Math.max(height / 2, half - TOP + 4), rows.label(), Lettering.LABEL, height + 80);
    }

    private static List<Axis.Tick> ticks(Units units, double most) {
        return Axis.whole("", units.first(), units.first() + units.count() - 1, (int) Math.max(1, most))
                .ticks();
    }

    private void drawBar(Svg svg, double left, double height) {
        var colours = DivergingColours.table();
        var pixels = new byte[DivergingColours.LEVELS];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (pixels.length - 1 - i);
        }
        svg.image(left, TOP, 12, height, Png.indexed(1, pixels.length, colours, pixels));
        outline(svg, left, TOP, 12, height);
        for (var share : new double[] {1, 0.5, 0, -0.5, -1}) {
            var y = TOP + (1 - share) / 2 * height;
            svg.line(left + 12, y, left + 16, y, Palette.FRAME);
            svg.text(left + 20, y + 4, Numbers.brief(share * range), Lettering.TICK);
        }
    }

    private static void outline(Svg svg, double x, double y, double width, double height) {
        svg.start("rect").set("x", x).set("y", y).set("width", width).set("height", height);
        svg.set("fill", "none").set("stroke", Palette.FRAME).end();
    }
}
