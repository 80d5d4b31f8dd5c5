package org.repframework.plugin.summaries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.repframework.spi.Description;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary;
import org.repframework.spi.Table;

/**
 * Mean and sample standard deviation of the scores of all rows that differ only in the labels averaged over. Groups
 * come in the order of their first rows. One row has no standard deviation: its cell is empty, and without a group of two
 * rows or more the column is not there.
 */
final class MeanSummary implements Summary<MeanSummary.Settings> {

    private static final String ROWS = "rows";

    record Settings(
            @Setting("the labels to average over, for example ['pair']")
            List<String> over,

            @Setting(
                    value = "one column of this name for the first score of each row; empty: all scores, as named",
                    defaultValue = "")
            String score) {

        Settings {
            if (over.isEmpty()) {
                throw Refusal.of("over", "over is empty; it must name at least one label to average over");
            }
            over = List.copyOf(over);
        }
    }

    @Override
    public String name() {
        return "mean";
    }

    @Override
    public String summary() {
        return "mean and standard deviation of the scores over some of the labels";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfTable describe(Settings settings, List<Map<String, Object>> labels) {
        Labels.check(labels, Set.of(ROWS, settings.score()));
        var names = List.copyOf(labels.get(0).keySet());
        for (var label : settings.over()) {
            if (!names.contains(label)) {
                throw Refusal.unknown("over", label, "'" + label + "' is not a label of the rows", names);
            }
        }
        if (settings.score().isEmpty()) {
            return new Description.OfTable(List.of());
        }
        var groupSizes = labels.stream()
                .collect(Collectors.groupingBy(row -> group(settings, row), Collectors.counting()))
                .values();
        return new Description.OfTable(columns(
                names.stream().filter(name -> !settings.over().contains(name)).toList(),
                List.of(settings.score()),
                groupSizes.stream().anyMatch(size -> size > 1)));
    }

    @Override
    public Table summarise(Settings settings, List<Row> rows, StageContext context) throws StageFailure {
        var scores = ScoreColumns.of(settings.score(), rows);
        var groups = new LinkedHashMap<Map<String, Object>, List<List<Double>>>();
        for (var i = 0; i < rows.size(); i++) {
            groups.computeIfAbsent(group(settings, rows.get(i).labels()), missing -> new ArrayList<>())
                    .add(scores.values().get(i));
        }
        return table(scores.names(), groups, groups.values().stream().anyMatch(group -> group.size() > 1));
    }

    private static Table table(
            List<String> scores, Map<Map<String, Object>, List<List<Double>>> groups, boolean deviations) {
        var labels = List.copyOf(groups.keySet().iterator().next().keySet());
        var cells = new ArrayList<List<Object>>();
        groups.forEach((group, rows) -> {
            var row = new ArrayList<Object>();
            labels.forEach(label -> row.add(group.get(label)));
            row.add(rows.size());
            for (var i = 0; i < scores.size(); i++) {
                var column = i;
                var values =
                        rows.stream().mapToDouble(scored -> scored.get(column)).toArray();
                row.add(mean(values));
                if (deviations) {
                    row.add(values.length > 1 ? (Object) deviation(values) : "");
                }
            }
            cells.add(row);
        });
        return new Table(columns(labels, scores, deviations), cells);
    }

    /** What a row is told from other groups by. */
    private static Map<String, Object> group(Settings settings, Map<String, Object> labels) {
        var group = new LinkedHashMap<>(labels);
        group.keySet().removeAll(settings.over());
        return group;
    }

    private static List<String> columns(List<String> labels, List<String> scores, boolean deviations) {
        var columns = new ArrayList<>(labels);
        columns.add(ROWS);
        for (var score : scores) {
            columns.add(score);
            if (deviations) {
                columns.add(score + " sd");
            }
        }
        return columns;
    }

    private static double mean(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        var mean = mean(values);
        var squares = 0.0;
        for (var value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
