package org.repframework.report.exhibit;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.repframework.engine.run.CompletedRun.Item;

/** The shortest names that tell the artifacts of one exhibit apart. */
final class Labels {

    private static final List<Function<Item, String>> WAYS = List.of(
            item -> item.task().stage().name(),
            item -> item.task().replica().map(replica -> "replica " + replica).orElse(""),
            item -> item.task().id(),
            item -> item.task().id() + "." + item.path());

    private Labels() {}

    static List<String> of(List<Item> items) {
        if (items.size() == 1) {
            return List.of("");
        }
        for (var way : WAYS) {
            var labels = items.stream().map(way).toList();
            if (new HashSet<>(labels).size() == labels.size() && !labels.contains("")) {
                return labels;
            }
        }
        return items.stream().map(WAYS.get(WAYS.size() - 1)).toList();
    }
}
