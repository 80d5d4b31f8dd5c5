package org.repframework.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows of cells under named columns.
 *
 * @param rows a cell is a {@code String}, {@code Long}, {@code Double} or {@code Boolean}; never null
 */
public record Table(List<String> columns, List<List<Object>> rows) implements Artifact {

    public Table {
        columns = List.copyOf(columns);
        var copies = new ArrayList<List<Object>>(rows.size());
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row has " + row.size() + " cells, the table " + columns);
            }
            copies.add(row.stream().map(Table::cell).toList());
        }
        rows = Collections.unmodifiableList(copies);
    }

    private static Object cell(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof String || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("not a table cell: " + value);
    }
}
