package org.repframework.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** What differs between the tables of two runs: of each column of numbers by how much at most. */
final class TableDifferences {

    /** A table of units by units is told in a line. */
    private static final int FEW = 8;

    private record Sheet(List<String> columns, List<List<String>> rows) {}

    private TableDifferences() {}

    /** @return empty if they are equal */
    static String text(Path before, Path now) throws IOException {
        var old = ShowCommand.tables(before);
        var present = ShowCommand.tables(now);
        var names = new TreeSet<>(old);
        names.addAll(present);
        var lines = new ArrayList<String>();
        for (var name : names) {
            if (!present.contains(name)) {
                lines.add("- " + name);
            } else if (!old.contains(name)) {
                lines.add("+ " + name);
            } else {
                compare(read(before, name), read(now, name)).forEach(line -> lines.add(name + ": " + line));
            }
        }
        return lines.isEmpty() ? "" : "\ntables\n  " + String.join("\n  ", lines) + "\n";
    }

    private static Sheet read(Path run, String table) throws IOException {
        var file = run.resolve("tables").resolve(table + ".csv");
        var format = CSVFormat.DEFAULT.builder().setHeader().get();
        try (var parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            var rows = parser.stream().map(row -> row.stream().toList()).toList();
            return new Sheet(parser.getHeaderNames(), rows);
        }
    }

    private static List<String> compare(Sheet before, Sheet now) {
        if (!before.columns().equals(now.columns())) {
            return List.of(
                    "columns " + String.join(", ", before.columns()) + " -> " + String.join(", ", now.columns()));
        }
        if (before.rows().size() != now.rows().size()) {
            return List.of("rows " + before.rows().size() + " -> " + now.rows().size());
        }
        var lines = new ArrayList<String>();
        for (var column = 0; column < now.columns().size(); column++) {
            var name = now.columns().get(column);
            compare(before, now, column).ifPresent(line -> lines.add(name + " " + line));
        }
        if (lines.size() > FEW) {
            return List.of(lines.size() + " columns differ, the first of them: " + lines.get(0));
        }
        return lines;
    }

    private static Optional<String> compare(Sheet before, Sheet now, int column) {
        var changed = 0;
        var largest = 0.0;
        var place = 0;
        var numbers = true;
        for (var row = 0; row < now.rows().size(); row++) {
            var old = before.rows().get(row).get(column);
            var present = now.rows().get(row).get(column);
            if (!old.equals(present)) {
                changed++;
                var difference = difference(old, present);
                numbers &= !Double.isNaN(difference);
                if (difference > largest) {
                    largest = difference;
                    place = row;
                }
            }
        }
        if (changed == 0) {
            return Optional.empty();
        }
        if (!numbers) {
            return Optional.of("differs in " + changed + (changed == 1 ? " row" : " rows"));
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "differs by at most %.3g (row %d: %s -> %s)",
                largest,
                place + 1,
                before.rows().get(place).get(column),
                now.rows().get(place).get(column)));
    }

    /** NaN: they are not both numbers. */
    private static double difference(String one, String other) {
        try {
            return Math.abs(Double.parseDouble(one) - Double.parseDouble(other));
        } catch (NumberFormatException text) {
            return Double.NaN;
        }
    }
}
