package org.repframework.report.figure;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repframework.report.svg.Numbers;
import org.repframework.report.svg.Palette;
import org.repframework.report.svg.Svg;

/**
 * A line of a plot; it is interrupted where a value is not finite.
 *
 * @param band half the width of a band around the line, one a point
 * @param marked whether its points stand out
 */
public record Line(String name, double[] x, double[] y, Optional<double[]> band, boolean marked) {

    private static final int MOST_MARKS = 40;

    public Line {
        if (x.length != y.length || band.isPresent() && band.get().length != y.length) {
            throw new IllegalArgumentException(name + " has " + x.length + " places but " + y.length + " values");
        }
    }

    /** Over 1, 2, 3, ... */
    public static Line counted(String name, double[] y) {
        var x = new double[y.length];
        for (var i = 0; i < x.length; i++) {
            x[i] = i + 1;
        }
        return through(name, x, y, Optional.empty());
    }

    /** A line whose points stand out unless they are too many. */
    public static Line through(String name, double[] x, double[] y, Optional<double[]> band) {
        return new Line(name, x, y, band, x.length <= MOST_MARKS);
    }

    /** A level from one place to another. */
    public static Line level(String name, double from, double to, double y) {
        return new Line(name, new double[] {from, to}, new double[] {y, y}, Optional.empty(), false);
    }

    /** @param index which of a figure's lines, from 0 on: gives colour, dashes and markers */
    void draw(Svg svg, Frame frame, int index) {
        var colour = Palette.line(index);
        band.ifPresent(half -> drawBand(svg, frame, half, colour));
        svg.start("path")
                .set("d", path(frame))
                .set("fill", "none")
                .set("stroke", colour)
                .set("stroke-width", 2)
                .set("stroke-linejoin", "round");
        if (!Palette.dashes(index).isEmpty()) {
            svg.set("stroke-dasharray", Palette.dashes(index));
        }
        svg.end();
        if (marked) {
            for (var i = 0; i < x.length; i++) {
                if (drawn(i)) {
                    svg.start("g").start("title").content(tooltip(frame, i)).end();
                    Marker.of(index).draw(svg, frame.across(x[i]), frame.up(y[i]), colour);
                    svg.end();
                }
            }
        }
    }

    /** Whether a point can be drawn. */
    boolean drawn(int point) {
        return Double.isFinite(x[point]) && Double.isFinite(y[point]);
    }

    private String tooltip(Frame frame, int point) {
        var half = band.filter(halves -> Double.isFinite(halves[point]))
                .map(halves -> " ± " + Numbers.brief(halves[point]))
                .orElse("");
        return Stream.of(
                        name,
                        named(frame.x(), frame.x().text(x[point])),
                        named(frame.y(), Numbers.brief(y[point]) + half))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String named(Axis axis, String value) {
        return axis.label().isEmpty() ? value : axis.label() + ": " + value;
    }

    private void drawBand(Svg svg, Frame frame, double[] half, String colour) {
        var start = 0;
        while (start < x.length) {
            var end = start;
            while (end < x.length && drawn(end) && Double.isFinite(half[end])) {
                end++;
            }
            if (end - start > 1) {
                var points = new StringBuilder();
                for (var i = start; i < end; i++) {
                    points.append(round(frame.across(x[i])))
                            .append(',')
                            .append(round(frame.up(y[i] + half[i])))
                            .append(' ');
                }
                for (var i = end - 1; i >= start; i--) {
                    points.append(round(frame.across(x[i])))
                            .append(',')
                            .append(round(frame.up(y[i] - half[i])))
                            .append(' ');
                }
                svg.start("polygon").set("points", points.toString().trim());
                svg.set("fill", colour).set("fill-opacity", 0.18).end();
            } else if (end > start) {
                var across = frame.across(x[start]);
                svg.start("line").set("x1", across).set("x2", across);
                svg.set("y1", frame.up(y[start] - half[start])).set("y2", frame.up(y[start] + half[start]));
                svg.set("stroke", colour)
                        .set("stroke-opacity", 0.5)
                        .set("stroke-width", 3)
                        .end();
            }
            start = end + 1;
        }
    }

    private String path(Frame frame) {
        var path = new StringBuilder();
        var interrupted = true;
        for (var i = 0; i < x.length; i++) {
            if (!drawn(i)) {
                interrupted = true;
                continue;
            }
            path.append(interrupted ? 'M' : 'L')
                    .append(round(frame.across(x[i])))
                    .append(' ')
                    .append(round(frame.up(y[i])));
            interrupted = false;
        }
        return path.toString();
    }

    private static double round(double coordinate) {
        return Math.round(coordinate * 100) / 100.0;
    }
}
