package org.repframework.plugin.summaries.paired;

import java.util.Map;
import java.util.stream.Collectors;

/** Labels of a row as a script writes them. */
final class LabelText {

    private LabelText() {}

    static String of(Map<String, Object> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + ": " + label.getValue())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
