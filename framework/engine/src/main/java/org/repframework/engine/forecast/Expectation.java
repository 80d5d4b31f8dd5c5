package org.repframework.engine.forecast;

import java.util.Optional;
import org.repframework.engine.plan.Task;

/**
 * What will become of a task.
 *
 * @param reason why it runs; empty: its result is there
 * @param cost of running it; empty for one that is there, and where nothing like it ever ran
 */
public record Expectation(Task task, Optional<Reason> reason, Optional<Cost> cost) {

    public boolean isCached() {
        return reason.isEmpty();
    }
}
