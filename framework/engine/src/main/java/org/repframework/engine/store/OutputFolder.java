package org.repframework.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.repframework.engine.store.TaskRecord.StoredObject;

/** Collects the files of a task's outputs, forced to disk, for {@link Store#commit}; what the store has is not copied. */
public final class OutputFolder implements ObjectSink {

    private final Path folder;
    private final Store store;
    private final List<StoredObject> objects = new ArrayList<>();

    public OutputFolder(Path folder, Store store) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.store = store;
    }

    /** Every object added, without repetition, in the order of adding. */
    public List<StoredObject> objects() {
        return objects.stream().distinct().toList();
    }

    @Override
    public String add(byte[] content, String extension) throws IOException {
        var name = Hashing.of(content) + "." + extension;
        if (!Files.exists(store.object(name))) {
            AtomicFiles.write(folder.resolve(name), content);
        }
        objects.add(new StoredObject(name, content.length));
        return name;
    }

    @Override
    public String add(Path file, String extension) throws IOException {
        var known = store.objectName(file);
        var name = known.isPresent() ? known.get() : Hashing.of(file) + "." + extension;
        if (!Files.exists(store.object(name)) && !Files.exists(folder.resolve(name))) {
            AtomicFiles.copy(file, folder.resolve(name));
        }
        objects.add(new StoredObject(name, Files.size(file)));
        return name;
    }
}
