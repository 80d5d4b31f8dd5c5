package org.repframework.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what of a store nobody needs, and removes it: records that no run refers to, files that no kept record refers
 * to, what was set aside as damaged, and what unfinished tasks left. Only files named as the store names them are
 * touched; a symbolic link is left where it is, and nothing behind one is looked at.
 */
public final class Cleaning {

    private static final Pattern RECORD = Pattern.compile("[0-9a-f]{64}\\.json");
    private static final Pattern OBJECT = Pattern.compile("[0-9a-f]{64}\\.[a-z0-9]+|\\..+\\.tmp");

    /** @param bytes of all its files */
    public record Waste(String kind, List<Path> files, long bytes) {}

    private final Store store;
    private final Path root;
    private final Set<String> kept;
    private final List<TaskRecord> keptRecords = new ArrayList<>();
    private final List<Waste> wastes = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();

    /**
     * Looks, and changes nothing.
     *
     * @param kept keys of the records to keep
     */
    public Cleaning(Store store, Set<String> kept) throws IOException {
        this.store = store;
        this.root = Files.isDirectory(store.root()) ? store.root().toRealPath() : store.root();
        this.kept = Set.copyOf(kept);
        var records = files(root.resolve("tasks"), 2);
        var unneeded = new ArrayList<Path>();
        var needed = new HashSet<String>();
        for (var file : records) {
            if (RECORD.matcher(name(file)).matches() && !keep(file, needed)) {
                unneeded.add(file);
            }
        }
        add("records of tasks that no run refers to", unneeded);
        add(
                "files of no record",
                files(root.resolve("objects"), 2).stream()
                        .filter(file -> OBJECT.matcher(name(file)).matches() && !needed.contains(name(file)))
                        .toList());
        add("damaged files set aside", files(root.resolve("quarantine"), 1));
        add("left by unfinished tasks", files(root.resolve("work"), Integer.MAX_VALUE));
    }

    /** What can go, by kind. */
    public List<Waste> wastes() {
        return List.copyOf(wastes);
    }

    /** Symbolic links that were found, and are left alone. */
    public List<Path> links() {
        return List.copyOf(links);
    }

    public long bytes() {
        return wastes.stream().mapToLong(Waste::bytes).sum();
    }

    /** Removes it; the caller holds the store's lock. */
    public void remove() throws IOException {
        for (var waste : wastes) {
            for (var file : waste.files()) {
                delete(file);
            }
        }
        removeEmpty(root.resolve("work"));
        store.index().replace(keptRecords);
    }

    /** A link that came up meanwhile must not lead the deletion elsewhere. */
    private void delete(Path file) throws IOException {
        if (!file.getParent().toRealPath().equals(file.getParent()) || !file.startsWith(root)) {
            throw new IOException(file + " does not lie inside " + root + " any more; it was left alone");
        }
        Files.deleteIfExists(file);
    }

    private void removeEmpty(Path folder) throws IOException {
        if (!isFolder(folder)) {
            return;
        }
        for (var entry : entries(folder)) {
            removeEmpty(entry);
        }
        if (!folder.getParent().equals(root) && entries(folder).isEmpty()) {
            delete(folder);
        }
    }

    private boolean keep(Path file, Set<String> needed) throws IOException {
        if (!kept.contains(name(file).substring(0, 64))) {
            return false;
        }
        var record = SealedFile.decode(Files.readAllBytes(file), TaskRecord.class);
        record.ifPresent(whole -> {
            keptRecords.add(whole);
            whole.objects().forEach(object -> needed.add(object.name()));
        });
        return record.isPresent();
    }

    private void add(String kind, List<Path> files) throws IOException {
        var bytes = 0L;
        for (var file : files) {
            bytes += Files.size(file);
        }
        if (!files.isEmpty()) {
            wastes.add(new Waste(kind, List.copyOf(files), bytes));
        }
    }

    /** The regular files under a folder, at most so deep. */
    private List<Path> files(Path folder, int depth) throws IOException {
        var files = new ArrayList<Path>();
        collect(folder, depth, files);
        return files;
    }

    private void collect(Path folder, int depth, List<Path> files) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            links.add(folder);
            return;
        }
        if (depth == 0 || !isFolder(folder)) {
            return;
        }
        for (var entry : entries(folder)) {
            var attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                links.add(entry);
            } else if (attributes.isDirectory()) {
                collect(entry, depth - 1, files);
            } else if (attributes.isRegularFile()) {
                files.add(entry);
            }
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
