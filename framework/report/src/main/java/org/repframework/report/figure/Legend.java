package org.repframework.report.figure;

import java.util.List;
import org.repframework.report.svg.Lettering;
import org.repframework.report.svg.Palette;
import org.repframework.report.svg.Svg;
import org.repframework.report.svg.TextWidth;

/** Names of lines, in rows. A single line needs none. */
record Legend(List<Entry> entries, double width) {

    /** @param marked whether the line's points stand out */
    record Entry(String name, boolean marked) {}

    private static final double SIGN = 30;
    private static final double GAP = 18;
    private static final double ROW = 20;

    static Legend of(List<Line> lines, double width) {
        return new Legend(
                lines.stream()
                        .map(line -> new Entry(line.name(), line.marked()))
                        .toList(),
                width);
    }

    double height() {
        return entries.size() < 2 ? 0 : place((index, x, row) -> {}) * ROW + 6;
    }

    void draw(Svg svg, double left, double top) {
        if (entries.size() < 2) {
            return;
        }
        place((index, x, row) -> {
            var middle = top + row * ROW + ROW / 2;
            svg.start("line")
                    .set("x1", left + x)
                    .set("y1", middle)
                    .set("x2", left + x + SIGN - 8)
                    .set("y2", middle);
            svg.set("stroke", Palette.line(index)).set("stroke-width", 2);
            if (!Palette.dashes(index).isEmpty()) {
                svg.set("stroke-dasharray", Palette.dashes(index));
            }
            svg.end();
            if (entries.get(index).marked()) {
                Marker.of(index).draw(svg, left + x + (SIGN - 8) / 2, middle, Palette.line(index));
            }
            svg.text(left + x + SIGN, middle + 4, entries.get(index).name(), Lettering.TICK, room());
        });
    }

    private interface Placement {
        void entry(int index, double x, int row);
    }

    /** Goes through the entries and says how many rows they take. */
    private int place(Placement placement) {
        var x = 0.0;
        var row = 0;
        for (var i = 0; i < entries.size(); i++) {
            var needed = SIGN + Math.min(room(), TextWidth.of(entries.get(i).name(), Lettering.TICK.size()));
            if (x > 0 && x + needed > width) {
                x = 0;
                row++;
            }
            placement.entry(i, x, row);
            x += needed + GAP;
        }
        return row + 1;
    }

    private double room() {
        return width - SIGN;
    }
}
