package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.report.figure.Dendrogram;
import org.repframework.report.figure.HeatMap;
import org.repframework.report.figure.Units;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.Clustering;
import org.repframework.spi.Table;

/** The correlations of all units with each cluster together, the tree where there is one, and who is in which. */
final class ClusteringExhibit {

    private ClusteringExhibit() {}

    static void add(Rendition rendition, Clustering clustering, Shown<?> shown, UnitPages pages) {
        var order = ClusterOrder.of(clustering);
        var values = clustering.correlation();
        var units = new Units("units of both layers, by cluster", order, clustering.unitsX());
        var picture = new HeatMap(shown.title(rendition.title()), values, units, units, HeatMap.rangeOf(values));
        var data = pages.data(clustering, picture);
        data.put("clusters", "{\"unitsX\":" + clustering.unitsX() + ",\"of\":" + clustering.clusters() + "}");
        rendition.pictured(shown, rendition.figure(shown.suffix(), caption(clustering), picture::draw, data));
        if (!clustering.merges().isEmpty()) {
            var living = IntStream.of(order)
                    .filter(unit -> clustering.clusters().get(unit) != Clustering.NONE)
                    .toArray();
            var tree = new Dendrogram(
                    shown.title(rendition.title()) + ", tree", clustering.clusters(), living, clustering.merges());
            rendition.figure(
                    Rendition.join(shown.suffix(), "tree"),
                    "Each cluster's branches have a colour; grey ones join clusters.",
                    tree::draw);
        }
        rendition.sheet(shown.suffix(), table(clustering), pages.links(clustering, "x", "y"));
        var unitsY = clustering.clusters().size() - clustering.unitsX();
        rendition.fact(shown, "clusters", Integer.toString(clustering.count()));
        rendition.fact(
                shown,
                "share of units whose cluster has units of both layers",
                Numbers.brief(clustering.scores().get("shared")));
        rendition.fact(
                shown,
                "units of x (p)",
                CorrelationExhibit.units(clustering.unitsX(), members(clustering, Clustering.NONE, true)));
        rendition.fact(
                shown, "units of y (q)", CorrelationExhibit.units(unitsY, members(clustering, Clustering.NONE, false)));
    }

    private static String caption(Clustering clustering) {
        return "Units of x and y together, ordered "
                + (clustering.merges().isEmpty() ? "by cluster, those of x before those of y." : "as in the tree.");
    }

    private static Table table(Clustering clustering) {
        var rows = new ArrayList<List<Object>>();
        for (var cluster = 0; cluster < clustering.count(); cluster++) {
            var x = members(clustering, cluster, true);
            var y = members(clustering, cluster, false);
            rows.add(
                    List.of(cluster, x.size(), y.size(), SubspaceMatchExhibit.units(x), SubspaceMatchExhibit.units(y)));
        }
        return new Table(List.of("cluster", "units-of-x", "units-of-y", "x", "y"), rows);
    }

    /** The units of one layer in a cluster, numbered within their layer. */
    private static List<Integer> members(Clustering clustering, int cluster, boolean ofX) {
        var from = ofX ? 0 : clustering.unitsX();
        var to = ofX ? clustering.unitsX() : clustering.clusters().size();
        return IntStream.range(from, to)
                .filter(unit -> clustering.clusters().get(unit) == cluster)
                .map(unit -> unit - from)
                .boxed()
                .toList();
    }
}
