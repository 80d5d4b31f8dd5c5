package org.repframework.engine.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * A record as a file: one JSON object, whose first line holds a hash over all the bytes that follow, so that a file cut
 * short or altered is noticed without parsing it.
 */
public final class SealedFile {

    private SealedFile() {}

    public static byte[] encode(Record record) {
        var body = ("\"record\": " + Json.PRETTY.writeValueAsString(record) + "}\n").getBytes(StandardCharsets.UTF_8);
        var head = head(Hashing.of(body));
        var file = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, file, head.length, body.length);
        return file;
    }

    /** Empty if the bytes are not as they were written. */
    public static <R extends Record> Optional<R> decode(byte[] file, Class<R> type) {
        var length = head("0".repeat(64)).length;
        if (file.length < length) {
            return Optional.empty();
        }
        var body = Arrays.copyOfRange(file, length, file.length);
        if (!Arrays.equals(file, 0, length, head(Hashing.of(body)), 0, length)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Json.PRETTY.treeToValue(Json.PRETTY.readTree(file).get("record"), type));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static byte[] head(String checksum) {
        return ("{\"checksum\": \"" + checksum + "\",\n").getBytes(StandardCharsets.UTF_8);
    }
}
