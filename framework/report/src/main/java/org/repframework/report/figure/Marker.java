package org.repframework.report.figure;

import org.repframework.report.svg.Svg;

/** The sign at a line's points. */
enum Marker {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE;

    static Marker of(int index) {
        return values()[index % values().length];
    }

    void draw(Svg svg, double x, double y, String colour) {
        switch (this) {
            case CIRCLE ->
                svg.start("circle")
                        .set("cx", x)
                        .set("cy", y)
                        .set("r", 3.5)
                        .set("fill", colour)
                        .end();
            case SQUARE -> svg.rectangle(x - 3, y - 3, 6, 6, colour);
            case DIAMOND -> polygon(svg, colour, x, y - 4.5, x + 4.5, y, x, y + 4.5, x - 4.5, y);
            case TRIANGLE -> polygon(svg, colour, x, y - 4.5, x + 4.2, y + 3.3, x - 4.2, y + 3.3);
        }
    }

    private static void polygon(Svg svg, String colour, double... corners) {
        var path = new StringBuilder("M");
        for (var corner : corners) {
            path.append(Math.round(corner * 100) / 100.0).append(' ');
        }
        svg.start("path")
                .set("d", path.append('Z').toString())
                .set("fill", colour)
                .end();
    }
}
