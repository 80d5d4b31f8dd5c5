package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import org.repframework.report.figure.HeatMap;
import org.repframework.report.figure.Line;
import org.repframework.report.figure.LineChart;
import org.repframework.report.figure.Units;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.Matching;
import org.repframework.spi.Table;

/**
 * The sorted curves of the matched correlations, several matchings on one pair of axes, and each matching's matrix with
 * its rows and columns in matched order (Li et al. 2016, figures 2 and 3).
 */
final class MatchingExhibit {

    private MatchingExhibit() {}

    static void add(Rendition rendition, List<Shown<Matching>> matchings, UnitPages pages) {
        var paired = matchings.stream()
                .filter(shown -> !shown.artifact().pairs().isEmpty())
                .toList();
        if (!paired.isEmpty()) {
            var metric = paired.get(0).artifact().correlation().metric();
            var chart = new LineChart(
                    rendition.title(),
                    "units of x, by falling correlation",
                    "correlation with the partner (" + metric + ")",
                    List.of(),
                    paired.stream().map(MatchingExhibit::line).toList(),
                    0,
                    1);
            rendition.figure("", "Each matching's correlations, sorted.", chart::draw);
        }
        for (var shown : matchings) {
            addMatrix(rendition, shown, pages);
        }
    }

    private static Line line(Shown<Matching> shown) {
        var sorted = MatchedOrder.sorted(shown.artifact()).stream()
                .mapToDouble(Matching.Pair::correlation)
                .toArray();
        var name = shown.label().isEmpty() ? shown.artifact().method() : shown.label();
        return Line.counted(name + " (mean " + Numbers.brief(mean(shown.artifact())) + ")", sorted);
    }

    private static void addMatrix(Rendition rendition, Shown<Matching> shown, UnitPages pages) {
        var matching = shown.artifact();
        var values = matching.correlation().values();
        var order = MatchedOrder.of(matching);
        var picture = new HeatMap(
                shown.title(rendition.title()) + ", matched order",
                values,
                Units.ofX("units of x, by falling correlation", order.rows()),
                Units.ofY("their partners in y", order.columns()),
                HeatMap.rangeOf(values));
        var data = pages.data(matching, picture);
        data.put("matching", json(matching));
        var name = rendition.figure(
                Rendition.join(shown.suffix(), "matched-order"), caption(matching, order), picture::draw, data);
        var links =
                new Sheet.Links(name, pages.links(matching, "unit", "partner").sides());
        rendition.sheet(shown.suffix(), table(matching), links);
        rendition.fact(shown, "score", Numbers.brief(matching.score()));
        if (!matching.pairs().isEmpty()) {
            rendition.fact(shown, "mean correlation of the pairs", Numbers.brief(mean(matching)));
        }
        rendition.fact(
                shown, "pairs", matching.pairs().size() + ", " + distinctPartners(matching) + " different partners");
        CorrelationExhibit.addSizes(rendition, matching.correlation(), shown);
    }

    /** Pairs of unit, partner, correlation, margin and p, those two null where there is none; and the dead units. */
    private static String json(Matching matching) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < matching.pairs().size(); i++) {
            var pair = matching.pairs().get(i);
            var margin = matching.margin(pair);
            pairs.add("[" + pair.unit() + "," + pair.partner() + "," + pair.correlation() + ","
                    + (Double.isInfinite(margin) ? "null" : Double.toString(margin)) + ","
                    + (matching.pValues().isEmpty()
                            ? "null"
                            : matching.pValues().get(i).toString()) + "]");
        }
        var correlation = matching.correlation();
        return "{\"pairs\":[" + String.join(",", pairs) + "],\"dead\":{\"x\":" + correlation.deadX() + ",\"y\":"
                + correlation.deadY() + "}}";
    }

    /** The share only where units are split, p only where it was tested; no margin where there is no rival. */
    private static Table table(Matching matching) {
        var pairs = matching.pairs();
        var split = pairs.stream().anyMatch(pair -> pair.share() < 1);
        var tested = !matching.pValues().isEmpty();
        var columns = new ArrayList<>(List.of("unit", "partner", "correlation"));
        if (split) {
            columns.add("share");
        }
        columns.add("margin");
        if (tested) {
            columns.add("p");
        }
        var rows = new ArrayList<List<Object>>();
        for (var i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            var row = new ArrayList<Object>(List.of((long) pair.unit(), (long) pair.partner(), pair.correlation()));
            if (split) {
                row.add(pair.share());
            }
            var margin = matching.margin(pair);
            row.add(Double.isInfinite(margin) ? "" : (Object) margin);
            if (tested) {
                row.add(matching.pValues().get(i));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static String caption(Matching matching, MatchedOrder order) {
        var caption = new StringBuilder(
                matching.pairs().isEmpty() ? "No pair was matched." : "Matched pairs lie on the diagonal.");
        if (distinctPartners(matching) < matching.pairs().size()) {
            caption.append(" A partner that several units chose has a column for each of them.");
        }
        if (order.left() > 0) {
            caption.append(" The last ").append(order.left()).append(" columns are units of y that no unit chose.");
        }
        var alone = order.rows().length - matching.pairs().size();
        if (alone > 0) {
            caption.append(" The last ").append(alone).append(" rows are units of x without a partner.");
        }
        return caption.toString();
    }

    private static long distinctPartners(Matching matching) {
        return matching.pairs().stream().map(Matching.Pair::partner).distinct().count();
    }

    private static double mean(Matching matching) {
        return matching.pairs().stream()
                .mapToDouble(Matching.Pair::correlation)
                .average()
                .orElseThrow();
    }
}
