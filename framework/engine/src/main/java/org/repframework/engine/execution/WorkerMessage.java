package org.repframework.engine.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of JSON from a worker to the engine. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerMessage.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = WorkerMessage.Note.class, name = "note"),
    @JsonSubTypes.Type(value = WorkerMessage.Done.class, name = "done"),
    @JsonSubTypes.Type(value = WorkerMessage.Failed.class, name = "failed")
})
sealed interface WorkerMessage {

    record Progress(long done, long total, String unit) implements WorkerMessage {}

    record Note(String text) implements WorkerMessage {}

    /** {@code result.json} is written. */
    record Done() implements WorkerMessage {}

    /**
     * @param message for people
     * @param logged whether the worker's log says more
     */
    record Failed(String message, boolean logged) implements WorkerMessage {}
}
