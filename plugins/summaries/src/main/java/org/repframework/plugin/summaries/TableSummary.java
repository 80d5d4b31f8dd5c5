package org.repframework.plugin.summaries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repframework.spi.Description;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary;
import org.repframework.spi.Table;

/** Every row as it is: its labels in the order of the first row, then its scores ({@link ScoreColumns}). */
final class TableSummary implements Summary<TableSummary.Settings> {

    record Settings(
            @Setting(
                    value = "one column of this name for the first score of each row; empty: all scores, as named",
                    defaultValue = "")
            String score) {}

    @Override
    public String name() {
        return "table";
    }

    @Override
    public String summary() {
        return "every row as it is: its labels, then its scores";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfTable describe(Settings settings, List<Map<String, Object>> labels) {
        Labels.check(labels, Set.of(settings.score()));
        if (settings.score().isEmpty()) {
            return new Description.OfTable(List.of());
        }
        var columns = new ArrayList<>(labels.get(0).keySet());
        columns.add(settings.score());
        return new Description.OfTable(columns);
    }

    @Override
    public Table summarise(Settings settings, List<Row> rows, StageContext context) throws StageFailure {
        var labels = List.copyOf(rows.get(0).labels().keySet());
        var scores = ScoreColumns.of(settings.score(), rows);
        var columns = new ArrayList<>(labels);
        columns.addAll(scores.names());
        var cells = new ArrayList<List<Object>>();
        for (var i = 0; i < rows.size(); i++) {
            var row = new ArrayList<Object>();
            for (var label : labels) {
                row.add(rows.get(i).labels().get(label));
            }
            row.addAll(scores.values().get(i));
            cells.add(row);
        }
        return new Table(columns, cells);
    }
}
