package org.repframework.engine.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.repframework.engine.store.Hashing;

/** SHA-256 sums of files, remembered as long as their sizes and modification times stay. */
final class FileSums {

    /** A file changed within this time of being hashed might change again without a new time stamp. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    record Sum(long size, String modified, String sha256) {}

    private final Path root;
    private final Map<String, Sum> remembered;
    private final Map<String, Sum> asked = new TreeMap<>();

    /** @param remembered by path relative to the root; empty: every file is read */
    FileSums(Path root, Map<String, Sum> remembered) {
        this.root = root.toAbsolutePath().normalize();
        this.remembered = Map.copyOf(remembered);
    }

    String of(Path file) throws IOException {
        var name = name(file);
        var modified = Files.getLastModifiedTime(file);
        var size = Files.size(file);
        var known = remembered.get(name);
        if (known == null || known.size() != size || !known.modified().equals(modified.toString())) {
            known = new Sum(size, modified.toString(), Hashing.of(file));
        }
        if (modified.toInstant().isBefore(Instant.now().minus(SETTLED))) {
            asked.put(name, known);
        }
        return known.sha256();
    }

    /** The path relative to the root, with slashes. */
    String name(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /** What is worth remembering: the sums that were asked for. */
    Map<String, Sum> asked() {
        return asked;
    }
}
