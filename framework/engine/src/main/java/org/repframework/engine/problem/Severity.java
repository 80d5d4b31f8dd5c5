package org.repframework.engine.problem;

import java.util.Locale;

/** Whether a problem keeps a workflow from running. */
public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
