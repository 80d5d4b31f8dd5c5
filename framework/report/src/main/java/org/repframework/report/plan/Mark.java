package org.repframework.report.plan;

import java.util.Locale;
import org.repframework.engine.run.Outcome;

/** How a task is marked in a picture of a plan: by how it ended or, before a run, by whether it will run. */
public enum Mark {
    RAN("#0072b2"),
    TO_RUN("#0072b2"),
    CACHED("#7fb5d5"),
    FAILED("#d55e00"),
    SKIPPED("#b8bfc6");

    private final String colour;

    Mark(String colour) {
        this.colour = colour;
    }

    public static Mark of(Outcome outcome) {
        return valueOf(outcome.state().name());
    }

    String colour() {
        return colour;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
