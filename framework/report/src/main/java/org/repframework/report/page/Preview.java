package org.repframework.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.engine.store.Json;
import org.repframework.report.exhibit.Sheet;
import org.repframework.report.svg.Numbers;

/**
 * A table as the page shows it: numbers rounded, the exact ones are in its file.
 *
 * @param file relative to the report
 * @param rows the first; none if the table is too wide to be read
 * @param more the next rows, a JSON array of arrays of texts: the page adds them when somebody looks; empty: none
 * @param numeric which columns hold numbers
 * @param units of each column the layer of the units that it names and that have pages, {@code x} or {@code y}; or empty
 * @param figure of the matching whose pages are meant; empty: of the exhibit's first
 * @param size rows and columns in words, with what is left out
 * @param folded whether it opens on a click only
 */
public record Preview(
        String file,
        List<String> columns,
        List<List<String>> rows,
        String more,
        List<Boolean> numeric,
        List<String> units,
        String figure,
        String size,
        boolean folded) {

    private static final int MOST_COLUMNS = 24;
    private static final int FIRST_ROWS = 300;
    private static final int MOST_ROWS = 10_000;
    private static final int OPEN_ROWS = 24;
    private static final int OPEN_ROWS_BELOW_FIGURE = 8;

    /** @param illustrated whether a figure shows the same: then only a short table is unfolded */
    static Preview of(Sheet sheet, boolean illustrated) {
        var file = "tables/" + sheet.name() + ".csv";
        var width = sheet.columns().size();
        var size = sheet.rows() + (sheet.rows() == 1 ? " row" : " rows") + ", " + width + " columns"
                + (sheet.measured() > 0 ? ", the last one measured and not in the file" : "");
        if (width > MOST_COLUMNS) {
            return new Preview(file, List.of(), List.of(), "", List.of(), List.of(), "", size, true);
        }
        var shown = Math.min(MOST_ROWS, sheet.rows());
        var first = Math.min(FIRST_ROWS, shown);
        var more = first < shown ? json(rows(sheet, first, shown)) : "";
        var numeric = new ArrayList<Boolean>();
        for (var column = 0; column < width; column++) {
            var place = column;
            numeric.add(IntStream.range(0, shown).anyMatch(row -> sheet.cells().at(row, place) instanceof Number));
        }
        var units = sheet.columns().stream()
                .map(column -> sheet.links().sides().getOrDefault(column, ""))
                .toList();
        var told = shown < sheet.rows() ? size + ", the first " + shown + " shown, all of them in the file" : size;
        return new Preview(
                file,
                sheet.columns(),
                rows(sheet, 0, first),
                more,
                numeric,
                units,
                sheet.links().figure(),
                told,
                sheet.rows() > (illustrated ? OPEN_ROWS_BELOW_FIGURE : OPEN_ROWS));
    }

    private static List<List<String>> rows(Sheet sheet, int from, int to) {
        var rows = new ArrayList<List<String>>();
        for (var row = from; row < to; row++) {
            var cells = new ArrayList<String>();
            for (var column = 0; column < sheet.columns().size(); column++) {
                cells.add(text(sheet.cells().at(row, column)));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Without any markup. */
    private static String json(List<List<String>> rows) {
        return Json.CANONICAL.writeValueAsString(rows).replace("<", "\\u003c");
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? Numbers.brief(number) : cell.toString();
    }
}
