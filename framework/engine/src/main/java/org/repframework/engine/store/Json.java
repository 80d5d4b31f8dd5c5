package org.repframework.engine.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the store, the task files and the provenance. */
public final class Json {

    /** For files that people may open. */
    public static final JsonMapper PRETTY =
            builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** In one line, in the order given: for programs. */
    public static final JsonMapper LINE = builder().build();

    /** One text for equal content: maps sorted by key, no white space. */
    public static final JsonMapper CANONICAL = builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private Json() {}

    static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                // of a record its components, not what it can tell besides
                .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
