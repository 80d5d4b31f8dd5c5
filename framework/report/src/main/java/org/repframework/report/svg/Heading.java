package org.repframework.report.svg;

import java.util.List;

/** A figure's title, in one line or two. */
public record Heading(List<String> lines, double width) {

    private static final double LINE = 19;
    private static final double BASELINE = 22;

    public static Heading of(String title, double width) {
        return new Heading(TextWidth.wrap(title, Lettering.TITLE.widthSize(), width), width);
    }

    /** What a second line adds to the height of the figure. */
    public double extra() {
        return (lines.size() - 1) * LINE;
    }

    /** Everything drawn later stands lower by a second line. */
    public void draw(Svg svg, double left) {
        for (var i = 0; i < lines.size(); i++) {
            svg.text(left, BASELINE + i * LINE, lines.get(i), Lettering.TITLE, width);
        }
        if (extra() > 0) {
            svg.start("g").set("transform", "translate(0 " + Numbers.coordinate(extra()) + ")");
        }
    }
}
