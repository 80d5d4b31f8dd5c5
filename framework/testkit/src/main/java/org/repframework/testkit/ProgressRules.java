package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.repframework.testkit.TrialContext.Progress;

/** What reports of progress must be like. */
final class ProgressRules {

    private ProgressRules() {}

    static void check(List<Progress> reports, boolean expected) {
        assertTrue(!expected || !reports.isEmpty(), "the stage never calls progress(); its work can take long");
        Progress before = null;
        for (var report : reports) {
            assertFalse(report.unit().isBlank(), () -> "the unit of progress is empty: " + report);
            assertTrue(
                    0 <= report.done() && report.done() <= report.total() && report.total() > 0,
                    () -> "progress must be from 0 to its total: " + report);
            if (before != null) {
                var last = before;
                assertTrue(
                        report.done() >= last.done()
                                && report.total() == last.total()
                                && report.unit().equals(last.unit()),
                        () -> "progress fell back or changed its total or unit: " + report + " after " + last);
            }
            before = report;
        }
        if (before != null) {
            assertEquals(before.total(), before.done(), "progress must end at its total: " + before);
        }
    }
}
