package org.repframework.engine.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/**
 * Hashes of input files and folders, remembered by path as long as names, sizes and modification times stay: an edited
 * image never reuses an old network, and an unedited data set is read once.
 */
public final class ContentHashes {

    /** A file changed within this time of being hashed might change again without a new time stamp. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /**
     * @param state hash of names, sizes and times
     * @param content hash of the bytes
     */
    record Remembered(String state, String content) {}

    private final Path memory;
    private final Map<String, Remembered> remembered;
    private boolean changed;

    /** @param memory the file in which hashes are remembered; need not exist */
    public ContentHashes(Path memory) throws IOException {
        this.memory = memory;
        this.remembered = Files.exists(memory)
                ? Json.CANONICAL.readValue(
                        Files.readAllBytes(memory), new TypeReference<TreeMap<String, Remembered>>() {})
                : new TreeMap<>();
    }

    /**
     * The hash of a file's bytes, or of a folder's file names and bytes.
     *
     * @throws IOException if it cannot be read
     */
    public String of(Path path) throws IOException {
        var files = files(path);
        var state = Hashing.digest();
        var newest = Instant.EPOCH;
        for (var file : files) {
            var modified = Files.getLastModifiedTime(file).toInstant();
            newest = modified.isAfter(newest) ? modified : newest;
            var line = path.relativize(file) + "\0" + Files.size(file) + "\0" + modified + "\n";
            state.update(line.getBytes(StandardCharsets.UTF_8));
        }
        var stateHash = Hashing.hex(state);
        var name = path.toAbsolutePath().normalize().toString();
        var known = remembered.get(name);
        if (known != null && known.state().equals(stateHash)) {
            return known.content();
        }
        var content = content(path, files);
        if (newest.isBefore(Instant.now().minus(SETTLED))) {
            remembered.put(name, new Remembered(stateHash, content));
            changed = true;
        }
        return content;
    }

    /** Keeps what was learnt for the next run. */
    public void save() throws IOException {
        if (changed) {
            AtomicFiles.write(memory, Json.CANONICAL.writeValueAsBytes(remembered));
            changed = false;
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String content(Path path, List<Path> files) throws IOException {
        if (!Files.isDirectory(path)) {
            return Hashing.of(path);
        }
        var digest = Hashing.digest();
        for (var file : files) {
            var line = path.relativize(file).toString().replace('\\', '/') + "\0" + Hashing.of(file) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return Hashing.hex(digest);
    }
}
