package org.repframework.engine.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * A task record as a file: one JSON object, whose first line holds a hash over all the bytes that follow, so that a file
 * cut short or altered is noticed without parsing it.
 */
final class RecordFile {

    private record Sealed(String checksum, TaskRecord record) {}

    private RecordFile() {}

    static byte[] encode(TaskRecord record) {
        var body = ("\"record\": " + Json.PRETTY.writeValueAsString(record) + "}\n").getBytes(StandardCharsets.UTF_8);
        var head = head(Hashing.of(body));
        var file = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, file, head.length, body.length);
        return file;
    }

    /** Empty if the bytes are not as they were written. */
    static Optional<TaskRecord> decode(byte[] file) {
        var length = head("0".repeat(64)).length;
        if (file.length < length) {
            return Optional.empty();
        }
        var body = Arrays.copyOfRange(file, length, file.length);
        if (!Arrays.equals(file, 0, length, head(Hashing.of(body)), 0, length)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.PRETTY.readValue(file, Sealed.class).record());
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static byte[] head(String checksum) {
        return ("{\"checksum\": \"" + checksum + "\",\n").getBytes(StandardCharsets.UTF_8);
    }
}
