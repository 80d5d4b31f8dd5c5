package org.repframework.report.exhibit;

import java.util.List;
import org.repframework.spi.Table;

/**
 * A table as it is written to a file.
 *
 * @param name of the file without {@code .csv}, unique in a report
 * @param rows how many
 */
public record Sheet(String name, List<String> columns, int rows, Cells cells) {

    /** Numbers, texts or truth values; never null. */
    public interface Cells {
        Object at(int row, int column);
    }

    static Sheet of(String name, Table table) {
        return new Sheet(
                name,
                table.columns(),
                table.rows().size(),
                (row, column) -> table.rows().get(row).get(column));
    }
}
