package org.repframework.plugin.summaries.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.repframework.spi.Description;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary;
import org.repframework.spi.Table;

/**
 * Every row beside the base that shares its data and its seeds: its labels and scores, then the base's first score
 * ({@code base}), the row's less that ({@code difference}), and whether the network learned ({@code learned}). A warning names each that did not.
 */
public final class PairedDifference implements Summary<PairedDifference.Settings> {

    public record Settings(
            @Setting("the labels in which a row and its base are equal, for example ['split', 'replica']")
            List<String> pairedBy,

            @Setting(value = "the label that tells the arms apart", defaultValue = "arm")
            String arm,

            @Setting(value = "the arm that the others are compared with", defaultValue = "base")
            String base,

            @Setting(value = "the scores to show; the first is compared", defaultValue = "accuracy,loss")
            List<String> scores,

            @Setting(
                    value = "the score that holds the last training loss, by which networks that did not learn are"
                            + " found; empty: no such rule",
                    defaultValue = "last loss")
            String trainingLoss,

            @Setting(
                    value = "the label that holds the number of classes; it is not shown in the table",
                    defaultValue = "classes")
            String classes,

            @Setting(
                    value = "a network learned if its last training loss is below (1 - tolerance) ln(classes)",
                    defaultValue = "0.02",
                    min = 0,
                    max = 1)
            double tolerance) {

        public Settings {
            pairedBy = List.copyOf(pairedBy);
            scores = List.copyOf(scores);
            if (scores.isEmpty()) {
                throw Refusal.of("scores", "scores is empty; it must name the score that is compared");
            }
        }

        LearningRule rule() {
            return new LearningRule(trainingLoss, classes, tolerance);
        }
    }

    @Override
    public String name() {
        return "paired-difference";
    }

    @Override
    public String summary() {
        return "every row beside the base of the same data and seeds, and the difference";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfTable describe(Settings settings, List<Map<String, Object>> labels) {
        var partners = new Partners(labels, settings.arm(), settings.pairedBy());
        for (var row = 0; row < labels.size(); row++) {
            partners.of(row, settings.base());
        }
        return new Description.OfTable(columns(settings, shown(settings, labels.get(0))));
    }

    @Override
    public Table summarise(Settings settings, List<Row> rows, StageContext context) throws StageFailure {
        var partners = new Partners(rows.stream().map(Row::labels).toList(), settings.arm(), settings.pairedBy());
        var scores = new RowScores(rows, settings.scores());
        var rule = settings.rule();
        var shown = shown(settings, rows.get(0).labels());
        var cells = new ArrayList<List<Object>>();
        for (var i = 0; i < rows.size(); i++) {
            var row = new ArrayList<Object>();
            for (var label : shown) {
                row.add(rows.get(i).labels().get(label));
            }
            for (var score : settings.scores()) {
                row.add(scores.of(i, score));
            }
            var base = scores.compared(partners.of(i, settings.base()));
            row.add(base);
            row.add(scores.compared(i) - base);
            if (rule.applies()) {
                var learned = rule.learned(rows.get(i));
                row.add(learned);
                if (!learned) {
                    context.warn(rule.complaint(rows.get(i)));
                }
            }
            cells.add(row);
        }
        return new Table(columns(settings, shown), cells);
    }

    private static List<String> shown(Settings settings, Map<String, Object> labels) {
        return labels.keySet().stream()
                .filter(label -> !label.equals(settings.classes()))
                .toList();
    }

    private static List<String> columns(Settings settings, List<String> shown) {
        var columns = new ArrayList<>(shown);
        columns.addAll(settings.scores());
        columns.add("base");
        columns.add("difference");
        if (settings.rule().applies()) {
            columns.add("learned");
        }
        return columns;
    }
}
