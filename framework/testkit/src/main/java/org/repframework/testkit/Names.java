package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How plugins and stages are called. */
final class Names {

    private static final int LONGEST_SUMMARY = 120;

    private Names() {}

    static void check(String name) {
        assertTrue(
                name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                () -> "the name '" + name + "' is not in lower case letters, digits and single hyphens");
    }

    static void checkSummary(String summary) {
        assertFalse(summary.isBlank(), "the summary is empty");
        assertTrue(
                summary.lines().count() == 1 && summary.length() <= LONGEST_SUMMARY,
                () -> "the summary must be one line of at most " + LONGEST_SUMMARY + " characters: " + summary);
    }
}
