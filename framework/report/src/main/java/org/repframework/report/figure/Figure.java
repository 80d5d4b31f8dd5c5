package org.repframework.report.figure;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A finished picture, the same text in the report and in its file.
 *
 * @param name of the file without {@code .svg}, unique in a report
 * @param caption what a reader must know to read it; may be empty
 * @param data what the page needs to answer a pointer, names to JSON; the file lacks it
 */
public record Figure(String name, String caption, String svg, Map<String, String> data) {

    /** The data as one JSON object, without any markup; empty: there is none. */
    public String json() {
        return data.isEmpty()
                ? ""
                : data.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
