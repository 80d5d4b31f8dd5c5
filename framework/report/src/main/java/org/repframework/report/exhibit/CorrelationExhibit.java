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

    static void add(Rendition rendition, CorrelationMatrix matrix, Shown<?> shown) {
        var values = matrix.values();
        var picture = new HeatMap(
                shown.title(rendition.title()),
                values,
                Units.ofX("units of x", Units.naturalOrder(values.rows())),
                Units.ofY("units of y", Units.naturalOrder(values.columns())),
                HeatMap.rangeOf(values));
        var name = rendition.figure(
                shown.suffix(), matrix.metric() + ", units in natural order", picture::draw, picture.data());
        rendition.pictured(shown, name);
        var columns = new ArrayList<String>();
        columns.add("unit");
        IntStream.range(0, values.columns()).mapToObj(Integer::toString).forEach(columns::add);
        rendition.sheet(shown.suffix(), columns, values.rows(), (row, column) -> {
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
        if (dead.isEmpty()) {
            return count + ", none dead";
        }
        var named = dead.stream().limit(20).map(String::valueOf).toList();
        return count + ", " + dead.size() + " dead: " + String.join(", ", named) + (dead.size() > 20 ? ", …" : "");
    }
}
