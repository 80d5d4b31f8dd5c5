package org.repframework.engine.store;

import org.repframework.engine.store.TaskRecord.Origin;
import tools.jackson.databind.JsonNode;

/**
 * A task record in short, as the index keeps it.
 *
 * @param stage verb and name; first, so that a line is passed over without being parsed
 * @param bytes of its objects
 * @param preimage what the key is the hash of
 */
public record PastTask(String stage, String key, Origin origin, double seconds, long bytes, JsonNode preimage) {

    static PastTask of(TaskRecord record) {
        return new PastTask(
                record.origin().stage(),
                record.key(),
                record.origin(),
                record.seconds(),
                record.size(),
                record.preimage());
    }
}
