package org.repframework.plugin.summaries.paired;

import java.util.Locale;
import java.util.Map;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary.Row;

/**
 * Whether a network learned at all: its last training loss lies below (1 - tolerance) ln K, the cross-entropy of
 * guessing among K classes.
 *
 * @param loss the score that holds the last training loss; empty: every network counts as one that learned
 * @param classes the label that holds K
 */
record LearningRule(String loss, String classes, double tolerance) {

    boolean applies() {
        return !loss.isEmpty();
    }

    boolean learned(Row row) throws StageFailure {
        if (!applies()) {
            return true;
        }
        var value = row.scores().get(loss);
        if (value == null) {
            throw new StageFailure("the row " + LabelText.of(row.labels()) + " has no score '" + loss + "', only "
                    + row.scores().keySet() + "; give the row the network's curve too: row(..., accuracy, net.curve)");
        }
        return value < (1 - tolerance) * Math.log(classes(row.labels()));
    }

    /** In words for people, which network did not learn. */
    String complaint(Row row) throws StageFailure {
        var count = classes(row.labels());
        return String.format(
                Locale.ROOT,
                "did not learn: %s, last training loss %.3f; guessing among %d classes gives %.3f",
                LabelText.of(row.labels()),
                row.scores().get(loss),
                count,
                Math.log(count));
    }

    private int classes(Map<String, Object> labels) throws StageFailure {
        if (labels.get(classes) instanceof Number number && number.intValue() >= 2) {
            return number.intValue();
        }
        throw new StageFailure("the row " + LabelText.of(labels) + " must have the label '" + classes
                + "' with the number of its classes, at least 2");
    }
}
