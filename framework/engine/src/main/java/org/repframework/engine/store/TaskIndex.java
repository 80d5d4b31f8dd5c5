package org.repframework.engine.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * The store's records in one file, a line each, the newest last, so that what resembles a task is found without opening
 * thousands of files. It may lack a record or name one that is gone: nothing but explanations and estimates is made of
 * it.
 */
public final class TaskIndex {

    /** Characters of the newest lines of one stage that are looked at. */
    private static final int ENOUGH = 2_000_000;

    private final Path file;

    TaskIndex(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The newest records of some stages, by stage, the newest first; of equal keys only the newest. */
    public Map<String, List<PastTask>> read(Collection<String> stages) throws IOException {
        var found = new TreeMap<String, Map<String, PastTask>>();
        var room = new TreeMap<String, Integer>();
        for (var stage : stages) {
            found.put(stage, new LinkedHashMap<>());
            room.put(stage, ENOUGH);
        }
        if (exists() && !found.isEmpty()) {
            var lines = Files.readString(file, StandardCharsets.UTF_8).split("\n");
            for (var i = lines.length - 1; i >= 0; i--) {
                var line = lines[i];
                var stage = stage(line);
                if (found.containsKey(stage) && room.merge(stage, -line.length(), Integer::sum) > 0) {
                    decode(line).ifPresent(past -> found.get(stage).putIfAbsent(past.key(), past));
                }
            }
        }
        var all = new TreeMap<String, List<PastTask>>();
        found.forEach((stage, byKey) -> all.put(stage, List.copyOf(byKey.values())));
        return all;
    }

    /** Adds a line. A line that a dying process left unfinished stays alone. */
    void add(TaskRecord record) throws IOException {
        var line = Json.CANONICAL.writeValueAsString(PastTask.of(record)) + "\n";
        try (var end = new RandomAccessFile(file.toFile(), "rw")) {
            var length = end.length();
            if (length > 0) {
                end.seek(length - 1);
                if (end.read() != '\n') {
                    line = "\n" + line;
                }
            }
            end.seek(length);
            end.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    void replace(Collection<TaskRecord> records) throws IOException {
        var lines = new ArrayList<String>();
        var oldestFirst = Comparator.comparing(
                        (TaskRecord record) -> record.origin().finished())
                .thenComparing(TaskRecord::key);
        for (var record : records.stream().sorted(oldestFirst).toList()) {
            lines.add(Json.CANONICAL.writeValueAsString(PastTask.of(record)) + "\n");
        }
        AtomicFiles.write(file, String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the first property. */
    private static String stage(String line) {
        var start = "{\"stage\":\"".length();
        var end = line.indexOf('"', Math.min(start, line.length()));
        return end < 0 ? "" : line.substring(start, end);
    }

    private static Optional<PastTask> decode(String line) {
        try {
            return Optional.of(Json.CANONICAL.readValue(line, PastTask.class));
        } catch (JacksonException cutShortOrOfAnotherVersion) {
            return Optional.empty();
        }
    }
}
