package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.plan.Exhibit;
import org.repframework.report.figure.Line;
import org.repframework.report.figure.LineChart;
import org.repframework.spi.Table;

/** A table drawn as lines. */
final class PlotExhibit {

    /** @param half of the band around the line; 0 without one */
    private record Point(double x, double y, double half) {}

    private PlotExhibit() {}

    /** @throws IllegalArgumentException if a column does not exist or holds no numbers where it must */
    static void add(Rendition rendition, Exhibit.Plot plot, Table table) {
        var x = column(plot, table, plot.x());
        var y = column(plot, table, plot.y());
        var series = plot.series().map(name -> column(plot, table, name));
        var band = plot.band().map(name -> column(plot, table, name));
        var numeric = table.rows().stream().allMatch(row -> row.get(x) instanceof Number);
        var categories = numeric
                ? List.<String>of()
                : table.rows().stream()
                        .map(row -> String.valueOf(row.get(x)))
                        .distinct()
                        .toList();
        var points = new LinkedHashMap<String, List<Point>>();
        for (var row : table.rows()) {
            var place = numeric ? ((Number) row.get(x)).doubleValue() : categories.indexOf(String.valueOf(row.get(x)));
            // an empty cell: no band at this point
            var half = band.isPresent() && !row.get(band.get()).equals("") ? number(plot, table, row, band.get()) : 0;
            var name = series.map(at -> String.valueOf(row.get(at))).orElse(plot.y());
            points.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(new Point(place, number(plot, table, row, y), half));
        }
        var level = plot.level().flatMap(name -> level(rendition, plot, points, name));
        var lines = lines(points, band.isPresent());
        level.ifPresent(lines::add);
        var chart = new LineChart(plot.title(), plot.x(), plot.y(), categories, lines, Double.NaN, Double.NaN);
        var caption = plot.band()
                .map(name -> "The band is " + plot.y() + " ± " + name + ".")
                .orElse("");
        rendition.figure("", caption, chart::draw);
    }

    /** The series of that name as a level across the whole plot; it is a line no more. Without it the others are drawn. */
    private static Optional<Line> level(
            Rendition rendition, Exhibit.Plot plot, Map<String, List<Point>> series, String name) {
        var places = series.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Point::x)
                .summaryStatistics();
        var points = series.remove(name);
        if (points == null) {
            rendition.complain("plot '" + plot.title() + "': there is no series '" + name + "' to draw as a level, but "
                    + String.join(", ", series.keySet()));
            return Optional.empty();
        }
        var mean = points.stream().mapToDouble(Point::y).average().orElseThrow();
        return Optional.of(Line.level(name, places.getMin(), places.getMax(), mean));
    }

    private static List<Line> lines(Map<String, List<Point>> series, boolean band) {
        var lines = new ArrayList<Line>();
        series.forEach((name, points) -> {
            points.sort(Comparator.comparingDouble(Point::x)); // stable
            var half = points.stream().mapToDouble(Point::half).toArray();
            lines.add(Line.through(
                    name,
                    points.stream().mapToDouble(Point::x).toArray(),
                    points.stream().mapToDouble(Point::y).toArray(),
                    band ? Optional.of(half) : Optional.empty()));
        });
        return lines;
    }

    private static int column(Exhibit.Plot plot, Table table, String name) {
        var position = table.columns().indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException("plot '" + plot.title() + "': the table has no column '" + name
                    + "', but " + String.join(", ", table.columns()));
        }
        return position;
    }

    private static double number(Exhibit.Plot plot, Table table, List<Object> row, int column) {
        if (row.get(column) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("plot '" + plot.title() + "': the column '"
                + table.columns().get(column) + "' holds '" + row.get(column) + "', which is not a number");
    }
}
