package org.repframework.plugin.summaries;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repframework.spi.Refusal;

/** The labels of rows that are to share a table. */
final class Labels {

    private Labels() {}

    /**
     * @param rows the labels of each row
     * @param taken names of further columns, which no label may have
     * @throws Refusal if the rows differ in their labels, or a label has a name that is taken
     */
    static void check(List<Map<String, Object>> rows, Set<String> taken) {
        var labelNames = rows.stream().map(Map::keySet).toList();
        var first = labelNames.get(0);
        for (var i = 1; i < labelNames.size(); i++) {
            if (!labelNames.get(i).equals(first)) {
                throw Refusal.of(
                        "",
                        "row " + (i + 1) + " has the labels " + labelNames.get(i) + ", row 1 has " + first
                                + "; all rows of a table need the same ones");
            }
        }
        for (var label : first) {
            if (taken.contains(label)) {
                throw Refusal.of("", "no row can have the label '" + label + "': the table has a column of that name");
            }
        }
    }
}
