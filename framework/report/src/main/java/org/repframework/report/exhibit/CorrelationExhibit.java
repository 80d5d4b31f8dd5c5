package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.report.figure.HeatMap;
import org.repframework.report.figure.Units;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.CorrelationMatrix;

/** A heat map in natural order. */
final class CorrelationExhibit {

    private CorrelationExhibit() {}

    static void add(Rendition rendition, CorrelationMatrix matrix, Shown<?> shown, UnitPages pages) {
        var values = matrix.values();
        var rows = Units.naturalOrder(values.rows());
        var columns = Units.naturalOrder(values.columns());
        var picture = new HeatMap(
                shown.title(rendition.title()),
                values,
                pages.isWithinY(matrix) ? Units.ofY("units of y", rows) : Units.ofX("units of x", rows),
                pages.isWithinX(matrix) ? Units.ofX("units of x", columns) : Units.ofY("units of y", columns),
                HeatMap.rangeOf(values));
        var name = rendition.figure(
                shown.suffix(),
                matrix.metric() + ", units in natural order",
                picture::draw,
                pages.data(matrix, picture));
        rendition.pictured(shown, name);
        var names = new ArrayList<String>();
        names.add("unit");
        IntStream.range(0, values.columns()).mapToObj(Integer::toString).forEach(names::add);
        rendition.sheet(shown.suffix(), names, values.rows(), (row, column) -> {
            if (column == 0) {
                return (long) row;
            }
            return values.at(row, column - 1);
        });
        rendition.fact(
                shown, "mean of the row maxima", Numbers.brief(matrix.scores().get(matrix.metric())));
        addSizes(rendition, matrix, shown);
    }

    /** What a reader needs to judge a matrix. */
    static void addSizes(Rendition rendition, CorrelationMatrix matrix, Shown<?> shown) {
        rendition.fact(shown, "samples (n)", Numbers.count(matrix.samples()));
        rendition.fact(shown, "units of x (p)", units(matrix.values().rows(), matrix.deadX()));
        rendition.fact(shown, "units of y (q)", units(matrix.values().columns(), matrix.deadY()));
    }

    /** How many units, and which of them are dead. */
    static String units(int count, List<Integer> dead) {
        return units(count, "dead", dead);
    }

    /** How many units, and which of them are as the word says. */
    static String units(int count, String word, List<Integer> marked) {
        if (marked.isEmpty()) {
            return count + ", none " + word;
        }
        var named = marked.stream().limit(20).map(String::valueOf).toList();
        return count + ", " + marked.size() + " " + word + ": " + String.join(", ", named)
                + (marked.size() > 20 ? ", …" : "");
    }
}
