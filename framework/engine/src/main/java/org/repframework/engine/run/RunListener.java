package org.repframework.engine.run;

import java.util.List;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Task;

/** Hears what happens during a run; may be called by several threads at once. */
public interface RunListener {

    /** @param missing how many tasks have to be computed */
    default void planned(Plan plan, int missing) {}

    /** @param tasks one, or all that one pass over a probe set delivers */
    default void started(List<Task> tasks) {}

    default void progressed(Task task, long done, long total, String unit) {}

    default void noted(Task task, String text) {}

    default void finished(Task task, Outcome outcome) {}

    /** Something a user should know, for example that a damaged file was set aside. */
    default void notice(String text) {}
}
