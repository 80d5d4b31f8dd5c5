package org.repframework.engine.run;

import java.util.List;

/**
 * How a task ended.
 *
 * @param seconds time the computation took, also for a cached task (then as stored); 0 where nothing was computed
 * @param warnings what the stage said of its result
 * @param message for a failed task the cause, for a skipped one what it waited for; else empty
 */
public record Outcome(State state, double seconds, List<String> warnings, String message) {

    public enum State {
        RAN,
        CACHED,
        FAILED,
        /** Not run, because an input failed. */
        SKIPPED
    }

    public Outcome {
        warnings = List.copyOf(warnings);
    }
}
