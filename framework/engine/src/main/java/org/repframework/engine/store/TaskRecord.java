package org.repframework.engine.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A finished task: the last thing written of it, so that what it lists is whole.
 *
 * @param key the task's key
 * @param call what the script asked for, for people
 * @param preimage what the key is the hash of
 * @param outputs by port
 * @param objects every file of the outputs
 * @param warnings what the stage said of its result
 * @param seconds how long the computation took
 * @param pace how far it was when; unknown in records of older versions
 * @param environment what it ran on
 * @param origin who asked for it first
 */
public record TaskRecord(
        String key,
        String call,
        JsonNode preimage,
        Map<String, Output> outputs,
        List<StoredObject> objects,
        List<String> warnings,
        double seconds,
        Pace pace,
        Map<String, String> environment,
        Origin origin) {

    public TaskRecord {
        pace = Objects.requireNonNullElse(pace, Pace.UNKNOWN);
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * Where a result comes from; not part of its key.
     *
     * @param workflow name of the workflow
     * @param task id in that workflow's plan
     * @param stage verb and name
     * @param version of the plugin
     * @param images how many it read, from all its inputs
     * @param finished when, as ISO 8601 in UTC
     */
    public record Origin(String workflow, String task, String stage, String version, long images, String finished) {}

    /**
     * @param type simple name of the artifact's type
     * @param value its JSON, with the names of its objects
     */
    public record Output(String type, JsonNode value) {

        /** Equal for equal artifacts, to the last bit of their files. */
        public String hash() {
            return Hashing.of(type + "\0" + Json.CANONICAL.writeValueAsString(value));
        }
    }

    /** @param name hash of the bytes and extension */
    public record StoredObject(String name, long size) {}

    /** Bytes of all its objects. */
    public long size() {
        return objects.stream().mapToLong(StoredObject::size).sum();
    }
}
