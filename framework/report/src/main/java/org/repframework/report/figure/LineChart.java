package org.repframework.report.figure;

import java.util.List;
import org.repframework.report.svg.Heading;
import org.repframework.report.svg.Svg;

/**
 * Lines on one pair of axes.
 *
 * @param categories names at the places 0, 1, ... of the horizontal axis; empty: it is numeric
 * @param floor the vertical axis reaches at least down to this; NaN: as far as the lines
 * @param ceiling the vertical axis reaches at least up to this; NaN: as far as the lines
 */
public record LineChart(
        String title,
        String xLabel,
        String yLabel,
        List<String> categories,
        List<Line> lines,
        double floor,
        double ceiling) {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 300; // of the frame
    private static final double RIGHT = 24;

    /** @param name of the figure */
    public String draw(String name) {
        var y = Extent.ofValues(lines).including(floor).including(ceiling).widened(yLabel, 5);
        var x = categories.isEmpty() ? Extent.ofPlaces(lines).kept(xLabel, 8) : Axis.categories(xLabel, categories);
        var margin = Frame.marginLeft(y) + 6;
        var left = Math.max(margin, 8 + Frame.overhang(x, WIDTH - margin - RIGHT));
        var width = WIDTH - left - RIGHT;
        var legend = Legend.of(lines, width);
        var heading = Heading.of(title, width);
        var top = 40 + legend.height();
        var svg = new Svg(name, title, WIDTH, top + HEIGHT + Frame.marginBottom(x, width) + 4 + heading.extra());
        heading.draw(svg, left);
        legend.draw(svg, left, 34);
        var frame = new Frame(left, top, width, HEIGHT, x, y);
        frame.draw(svg);
        for (var i = 0; i < lines.size(); i++) {
            lines.get(i).draw(svg, frame, i);
        }
        return svg.finish();
    }
}
