package org.repframework.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** Results for people, as lines in columns, and for spreadsheets, as CSV: a row for each measure. */
public final class ResultTable {

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator("").get();

    private ResultTable() {}

    /** With all digits. */
    public static String csv(Results results) {
        var rows = rows(results, false);
        var text = new StringBuilder(CSV.format(rows.get(0).keySet().toArray())).append('\n');
        rows.forEach(row -> text.append(CSV.format(row.values().toArray())).append('\n'));
        return text.toString();
    }

    /** In columns, with what everybody must know above and the warnings below. */
    public static String text(Results results) {
        var rows = rows(results, true);
        rows.forEach(row -> row.keySet().removeAll(List.of("n", "p", "q", "warnings")));
        var names = new ArrayList<>(rows.get(0).keySet());
        names.removeIf(name -> rows.stream().allMatch(row -> row.get(name).isEmpty()));
        var lines = new ArrayList<List<String>>();
        lines.add(names);
        rows.forEach(row -> lines.add(names.stream().map(row::get).toList()));
        var widths = names.stream()
                .map(name -> lines.stream()
                        .mapToInt(line -> line.get(names.indexOf(name)).length())
                        .max()
                        .orElse(0))
                .toList();
        var text = new StringBuilder("n = " + results.samples() + " samples, p = " + results.unitsX()
                + " units of X, q = " + results.unitsY() + " units of Y\n\n");
        for (var line : lines) {
            var padded = new StringBuilder();
            for (var i = 0; i < line.size(); i++) {
                padded.append(line.get(i))
                        .append(" ".repeat(widths.get(i) - line.get(i).length() + 2));
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        var warnings = new LinkedHashSet<String>();
        results.outcomes().forEach(outcome -> warnings.addAll(results.warnings(outcome)));
        warnings.forEach(warning -> text.append("warning: ").append(warning).append('\n'));
        return text.toString();
    }

    private static List<Map<String, String>> rows(Results results, boolean rounded) {
        return results.outcomes().stream()
                .map(outcome -> row(results, outcome, rounded))
                .toList();
    }

    private static Map<String, String> row(Results results, Outcome outcome, boolean rounded) {
        var row = new LinkedHashMap<String, String>();
        row.put("variant", outcome.label());
        row.put("measure", outcome.measure().id());
        row.put(
                "settings",
                outcome.measure().plainSettings().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" ")));
        row.put(
                "score",
                outcome.evaluation()
                        .map(evaluation -> number(evaluation.score(), rounded))
                        .orElse("failed"));
        row.put("kept", outcome.evaluation().map(ResultTable::kept).orElse(""));
        var distribution = outcome.nullDistribution();
        row.put(
                "null mean",
                distribution.map(one -> number(one.mean(), rounded)).orElse(""));
        row.put("null sd", distribution.map(one -> number(one.sd(), rounded)).orElse(""));
        row.put("null p95", distribution.map(one -> number(one.p95(), rounded)).orElse(""));
        row.put(
                "p value",
                distribution.map(one -> number(one.pValue(), rounded)).orElse(""));
        row.put("low", outcome.interval().map(one -> number(one.low(), rounded)).orElse(""));
        row.put(
                "high",
                outcome.interval().map(one -> number(one.high(), rounded)).orElse(""));
        row.put("n", Long.toString(results.samples()));
        row.put("p", Integer.toString(results.unitsX()));
        row.put("q", Integer.toString(results.unitsY()));
        row.put("warnings", String.join("; ", results.warnings(outcome)));
        return row;
    }

    private static String kept(Evaluation evaluation) {
        return Fields.of(evaluation.artifact()).get("kept") instanceof Map<?, ?> kept
                ? kept.get("x") + " and " + kept.get("y")
                : "";
    }

    private static String number(double value, boolean rounded) {
        return rounded ? String.format(Locale.ROOT, "%.6g", value) : Double.toString(value);
    }
}
