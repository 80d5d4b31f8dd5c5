package org.repframework.plugin.summaries.paired;

import java.util.List;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary.Row;

/** The scores of rows by name; the first name is the one that is compared. */
record RowScores(List<Row> rows, List<String> names) {

    double compared(int row) throws StageFailure {
        return of(row, names.get(0));
    }

    double of(int row, String name) throws StageFailure {
        var scores = rows.get(row).scores();
        var value = scores.get(name);
        if (value == null) {
            throw new StageFailure("row " + (row + 1) + " "
                    + LabelText.of(rows.get(row).labels()) + " has no score '" + name + "', only " + scores.keySet());
        }
        return value;
    }
}
