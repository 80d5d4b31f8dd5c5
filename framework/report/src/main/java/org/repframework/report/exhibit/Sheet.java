package org.repframework.report.exhibit;

import java.util.List;
import java.util.Map;
import org.repframework.spi.Table;

/**
 * A table as it is written to a file, which has the same bytes whenever it is computed.
 *
 * @param name of the file without {@code .csv}, unique in a report
 * @param measured how many of the last columns were measured, such as a speed: the page shows them, the file lacks them
 * @param rows how many
 * @param links which cells name units that have pages
 */
public record Sheet(String name, List<String> columns, int measured, int rows, Cells cells, Links links) {

    /**
     * @param figure the matching's whose pages are meant; empty: those of the exhibit's first
     * @param sides columns to the layer of the units that they name, {@code x} or {@code y}
     */
    public record Links(String figure, Map<String, String> sides) {

        static final Links NONE = new Links("", Map.of());

        static Links of(Map<String, String> sides) {
            return new Links("", sides);
        }
    }

    /** Numbers, texts or truth values; never null. */
    public interface Cells {
        Object at(int row, int column);
    }

    /** Columns of the file. */
    int kept() {
        return columns.size() - measured;
    }

    static Sheet of(String name, Table table, Links links) {
        return new Sheet(
                name,
                table.columns(),
                0,
                table.rows().size(),
                (row, column) -> table.rows().get(row).get(column),
                links);
    }
}
