package org.repframework.plugin.summaries;

import java.util.List;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary;

/**
 * The scores of all rows in common columns. Either each row has the same scores and they keep their names, or the
 * setting {@code score} names one column and takes the first score of each row, the headline, whatever it is called;
 * then a label has to say what it was, for example {@code row(matching: 'semi', semi)}.
 *
 * @param names one a column
 * @param values row by row, one a column
 */
record ScoreColumns(List<String> names, List<List<Double>> values) {

    /** @param score the setting: a name, or empty */
    static ScoreColumns of(String score, List<Summary.Row> rows) throws StageFailure {
        var first = List.copyOf(rows.get(0).scores().keySet());
        if (!score.isEmpty()) {
            return new ScoreColumns(
                    List.of(score),
                    rows.stream()
                            .map(row -> List.of(row.scores().values().iterator().next()))
                            .toList());
        }
        for (var i = 1; i < rows.size(); i++) {
            if (!rows.get(i).scores().keySet().equals(rows.get(0).scores().keySet())) {
                throw new StageFailure("row " + (i + 1) + " has the scores "
                        + rows.get(i).scores().keySet() + ", row 1 has " + first
                        + "; name one column for the first score of each row, for example score: 'score', and say in a"
                        + " label what it is");
            }
        }
        for (var name : first) {
            if (rows.get(0).labels().containsKey(name)) {
                throw new StageFailure("the rows have a label and a score called '" + name
                        + "'; rename the label, or the score with score: 'score'");
            }
        }
        return new ScoreColumns(
                first,
                rows.stream()
                        .map(row -> first.stream().map(row.scores()::get).toList())
                        .toList());
    }
}
