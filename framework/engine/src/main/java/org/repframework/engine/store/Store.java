package org.repframework.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.repframework.spi.Artifact;

/**
 * A folder of artifacts and task records.
 *
 * <pre>
 * objects/ab/ab12....npy   files of artifacts, by the hash of their bytes
 * tasks/ab/ab34....json    records of finished tasks, by key
 * tasks.jsonl              the records in short
 * work/ab34.../            directories of unfinished tasks
 * quarantine/              objects that were not what their name says
 * files.json               hashes of input files
 * </pre>
 */
public final class Store implements ArtifactSource {

    private final Path root;
    private final Map<String, TaskRecord> records = new ConcurrentHashMap<>();
    private final Set<String> verified = ConcurrentHashMap.newKeySet();
    private final TaskIndex index;

    public Store(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.index = new TaskIndex(this.root.resolve("tasks.jsonl"));
    }

    public Path root() {
        return root;
    }

    /** Where unfinished tasks live. */
    public Path work() {
        return root.resolve("work");
    }

    public ContentHashes contentHashes() throws IOException {
        return new ContentHashes(root.resolve("files.json"));
    }

    /** Where the object of a name lies, whether or not it exists. */
    public Path object(String name) {
        return root.resolve("objects").resolve(name.substring(0, 2)).resolve(name);
    }

    /** The object name of a file of this store; empty for any other file. */
    public Optional<String> objectName(Path file) {
        var name = file.getFileName().toString();
        return name.length() > 64 && file.toAbsolutePath().normalize().equals(object(name))
                ? Optional.of(name)
                : Optional.empty();
    }

    /**
     * Looks a task up. Sizes are always compared; with {@code deep} every byte is read, once for each object.
     *
     * @param deep before the result is read
     */
    public Finding find(String key, boolean deep) throws IOException {
        var file = recordFile(key);
        var record = records.get(key);
        if (record == null) {
            if (!Files.exists(file)) {
                return new Finding.Unknown();
            }
            var read = SealedFile.decode(Files.readAllBytes(file), TaskRecord.class);
            if (read.isEmpty()) {
                return new Finding.Damaged(List.of(root.relativize(file).toString()));
            }
            record = read.get();
            records.put(key, record);
        }
        var damaged = new ArrayList<String>();
        for (var object : record.objects()) {
            if (!isWhole(object, deep)) {
                damaged.add(root.relativize(object(object.name())).toString());
            }
        }
        return damaged.isEmpty() ? new Finding.Known(record) : new Finding.Damaged(damaged);
    }

    /** Moves damaged files out of the way, so that the task can be done again. */
    public void setAside(Finding.Damaged damaged) throws IOException {
        var quarantine = Files.createDirectories(root.resolve("quarantine"));
        for (var name : damaged.files()) {
            var file = root.resolve(name);
            if (Files.exists(file)) {
                Files.move(file, quarantine.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private boolean isWhole(TaskRecord.StoredObject object, boolean deep) throws IOException {
        var file = object(object.name());
        if (!Files.exists(file) || Files.size(file) != object.size()) {
            return false;
        }
        if (!deep || verified.contains(object.name())) {
            return true;
        }
        if (!object.name().startsWith(Hashing.of(file) + ".")) {
            return false;
        }
        verified.add(object.name());
        return true;
    }

    /**
     * Takes a finished task's files and writes its record, last.
     *
     * @param outputs a folder with the files that are not in the store yet, forced to disk
     */
    public void commit(TaskRecord record, Path outputs) throws IOException {
        for (var object : record.objects()) {
            var source = outputs.resolve(object.name());
            var target = object(object.name());
            if (Files.exists(source)) {
                Files.createDirectories(target.getParent());
                AtomicFiles.rename(source, target);
            }
            if (!Files.exists(target) || Files.size(target) != object.size()) {
                throw new IOException("the result of " + record.call() + " lacks " + object.name());
            }
        }
        AtomicFiles.write(recordFile(record.key()), SealedFile.encode(record));
        records.remove(record.key());
        synchronized (index) {
            index.add(record);
        }
    }

    /** The records in short; gathered from the records if there is no such file yet. */
    public TaskIndex index() throws IOException {
        if (!index.exists() && Files.isDirectory(root)) {
            index.replace(records());
        }
        return index;
    }

    /** Every whole record. */
    List<TaskRecord> records() throws IOException {
        var tasks = root.resolve("tasks");
        if (!Files.isDirectory(tasks)) {
            return List.of();
        }
        var all = new ArrayList<TaskRecord>();
        try (var files = Files.walk(tasks)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                SealedFile.decode(Files.readAllBytes(file), TaskRecord.class).ifPresent(all::add);
            }
        }
        return all;
    }

    @Override
    public Artifact read(String key, String port) throws IOException {
        if (!(find(key, false) instanceof Finding.Known known)) {
            throw new IOException("the store " + root + " has no whole result " + key);
        }
        var output = known.record().outputs().get(port);
        if (output == null) {
            throw new IOException("the result " + key + " has no port '" + port + "'");
        }
        return ArtifactCodec.decode(output.type(), output.value(), this::object);
    }

    /** How fast the result of a key was computed. */
    public Pace pace(String key) throws IOException {
        return find(key, false) instanceof Finding.Known known ? known.record().pace() : Pace.UNKNOWN;
    }

    /** Where the record of a key lies, whether or not it exists. */
    public Path recordFile(String key) {
        return root.resolve("tasks").resolve(key.substring(0, 2)).resolve(key + ".json");
    }
}
