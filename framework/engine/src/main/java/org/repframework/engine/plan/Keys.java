package org.repframework.engine.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.settings.SettingsType;
import org.repframework.engine.store.ContentHashes;
import org.repframework.engine.store.Json;
import org.repframework.spi.Evidence;

/**
 * What a task's outputs depend on, as canonical JSON; its hash is the task's key. Made from the keys of the inputs, so
 * that every key is known before anything runs.
 */
final class Keys {

    private final ContentHashes files;
    private final long workflowSeed;
    private final Map<String, String> numerics;

    /** @param numerics what bytes depend on besides: threads, library version, instruction set */
    Keys(ContentHashes files, long workflowSeed, Map<String, String> numerics) {
        this.files = files;
        this.workflowSeed = workflowSeed;
        this.numerics = numerics;
    }

    String preimage(
            InstalledStage installed,
            Optional<Evidence> evidence,
            List<Record> settings,
            List<Task.Input> inputs,
            List<Task> tasks,
            Optional<Integer> replica) {
        var all = new TreeMap<String, Object>();
        all.put("stage", installed.title());
        all.put("plugin", installed.plugin().name());
        all.put("revision", installed.revision());
        evidence.ifPresent(kind -> all.put("evidence", kind.name()));
        if (!installed.plugin().classes().isEmpty()) {
            all.put("classes", installed.plugin().classes());
        }
        all.put(
                "settings",
                settings.stream()
                        .map(one -> SettingsType.toMap(one, this::content))
                        .toList());
        var sources = new ArrayList<Map<String, Object>>();
        for (var input : inputs) {
            sources.add(new TreeMap<>(Map.of(
                    "slot", input.slot(),
                    "labels", input.labels(),
                    "key", tasks.get(input.edge().task()).key(),
                    "path", input.edge().path())));
        }
        all.put("inputs", sources);
        replica.ifPresent(number -> all.put("seed", Map.of("workflow", workflowSeed, "replica", number)));
        if (installed.dependsOnThreads()) {
            all.put("numerics", numerics);
        }
        return Json.CANONICAL.writeValueAsString(all);
    }

    private Object content(Path path) {
        try {
            return Map.of("content", files.of(path));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
