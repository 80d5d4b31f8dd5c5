package org.repframework.report.figure;

import java.util.List;
import org.repframework.report.svg.Heading;
import org.repframework.report.svg.Numbers;
import org.repframework.report.svg.Palette;
import org.repframework.report.svg.Svg;
import org.repframework.spi.Clustering.Merge;

/**
 * A tree of merges, its leaves side by side; the branches of a cluster have its colour.
 *
 * @param clusters of each leaf, by number
 * @param order the leaves from the left
 * @param merges the i-th makes the node clusters.size() + i
 */
public record Dendrogram(String title, List<Integer> clusters, int[] order, List<Merge> merges) {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 260; // of the frame
    private static final double TOP = 40;
    private static final int MIXED = -2;

    /** @param name of the figure */
    public String draw(String name) {
        var highest = merges.stream().mapToDouble(Merge::height).max().orElse(0);
        var y = Axis.widened("distance of what is joined", 0, highest, 5);
        var x = Axis.whole("units of both layers, in the order of the tree", -0.5, order.length - 0.5, 8);
        var left = Frame.marginLeft(y) + 6;
        var width = WIDTH - left - 24;
        var heading = Heading.of(title, width);
        var svg = new Svg(name, title, WIDTH, TOP + HEIGHT + Frame.marginBottom(x, width) + 4 + heading.extra());
        heading.draw(svg, left);
        var frame = new Frame(left, TOP, width, HEIGHT, x, y);
        frame.draw(svg);
        drawBranches(svg, frame);
        return svg.finish();
    }

    private void drawBranches(Svg svg, Frame frame) {
        var leaves = clusters.size();
        var across = new double[leaves + merges.size()];
        var height = new double[across.length];
        var cluster = new int[across.length];
        for (var place = 0; place < order.length; place++) {
            across[order[place]] = place;
            cluster[order[place]] = clusters.get(order[place]);
        }
        for (var i = 0; i < merges.size(); i++) {
            var merge = merges.get(i);
            var node = leaves + i;
            var first = merge.first();
            var second = merge.second();
            across[node] = (across[first] + across[second]) / 2;
            height[node] = merge.height();
            cluster[node] = cluster[first] == cluster[second] ? cluster[first] : MIXED;
            svg.start("path")
                    .set(
                            "d",
                            "M" + point(frame, across[first], height[first])
                                    + "V" + Numbers.coordinate(frame.up(height[node]))
                                    + "H" + Numbers.coordinate(frame.across(across[second]))
                                    + "V" + Numbers.coordinate(frame.up(height[second])))
                    .set("fill", "none")
                    .set("stroke", cluster[node] == MIXED ? Palette.FRAME : Palette.line(cluster[node]))
                    .end();
        }
    }

    private static String point(Frame frame, double across, double height) {
        return Numbers.coordinate(frame.across(across)) + " " + Numbers.coordinate(frame.up(height));
    }
}
