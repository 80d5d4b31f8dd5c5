package org.repframework.engine.store;

import java.util.List;

/** What a store knows of a key. */
public sealed interface Finding {

    /** The result is there, as far as it was looked at. */
    record Known(TaskRecord record) implements Finding {}

    record Unknown() implements Finding {}

    /**
     * There was a result, but files of it are missing, cut short or altered.
     *
     * @param files names under the store
     */
    record Damaged(List<String> files) implements Finding {}
}
