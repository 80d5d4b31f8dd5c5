package org.repframework.report.figure;

import java.util.List;
import org.repframework.report.svg.Heading;
import org.repframework.report.svg.Lettering;
import org.repframework.report.svg.Svg;

/** Quantities of different units over one axis: a small plot each, with its own vertical axis. */
public record CurvePanels(String title, String xLabel, List<Panel> panels) {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 170; // of a frame
    private static final double ROW = HEIGHT + 84;

    /** @param lines one for each source, in the same order in every panel; without a point where a source lacks the quantity */
    public record Panel(String quantity, List<Line> lines) {}

    /** @param name of the figure */
    public String draw(String name) {
        var columns = Math.min(2, panels.size());
        var rows = (panels.size() + columns - 1) / columns;
        var legend = Legend.of(panels.get(0).lines(), WIDTH - 40);
        var heading = Heading.of(title, WIDTH - 32);
        var top = 34 + legend.height();
        var svg = new Svg(name, title, WIDTH, top + rows * ROW + heading.extra());
        heading.draw(svg, 16);
        legend.draw(svg, 16, 32);
        var cell = WIDTH / columns;
        for (var i = 0; i < panels.size(); i++) {
            draw(svg, panels.get(i), i % columns * cell, top + i / columns * ROW, cell);
        }
        return svg.finish();
    }

    private void draw(Svg svg, Panel panel, double left, double top, double cell) {
        var y = Extent.ofValues(panel.lines()).widened("", 4);
        var margin = Frame.marginLeft(y) - 6;
        var width = cell - margin - 22;
        var x = Extent.ofPlaces(panel.lines()).kept(xLabel, (int) (width / 40));
        svg.text(left + margin, top + 18, panel.quantity(), Lettering.LABEL, width);
        var frame = new Frame(left + margin, top + 28, width, HEIGHT, x, y);
        frame.draw(svg);
        for (var i = 0; i < panel.lines().size(); i++) {
            panel.lines().get(i).draw(svg, frame, i);
        }
    }
}
