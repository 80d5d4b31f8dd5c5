package org.repframework.plugin.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.repframework.spi.Dataset;
import org.repframework.spi.DatasetSource;
import org.repframework.spi.Description;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * Pictures of a folder or zip to look at networks with, in the order of their names, or in folders of classes and then in
 * the order of class and name. All are test images; there are none to train on.
 */
public final class Pictures implements DatasetSource<Pictures.Settings> {

    public record Settings(
            @Setting("folder or zip with pictures, or with a folder of them for each class")
            Path path) {}

    private static final String EXPECTED = "; expected jpg, png or bmp images, or a folder of them for each class (with"
            + " train/<class>/ and test/<class>/ write dataset('image-folder', path: ...))";

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public String summary() {
        return "JPEG, PNG or BMP images in a folder or zip, as test images alone";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfDataset describe(Settings settings) {
        var path = settings.path();
        return ImageArchive.look(path, archive -> {
            var classes = byClass(path, archive.names());
            var shape = ImageFolder.shape(path, archive, classes);
            var names = List.copyOf(classes.keySet());
            return new Description.OfDataset(
                    new Description.OfExamples(Collections.nCopies(names.size(), 0), shape, names),
                    new Description.OfExamples(ImageTree.classCounts(classes), shape, names));
        });
    }

    /** @throws Refusal if there are no pictures, or some beside folders or deeper than in one */
    private static SortedMap<String, List<String>> byClass(Path path, Collection<String> names) {
        var top = names.isEmpty() ? "" : ImageTree.top(names);
        var classes = new TreeMap<String, List<String>>();
        var alone = new ArrayList<String>();
        for (var name : names) {
            var parts = name.substring(top.length()).split("/");
            if (!ImageArchive.isImage(name)) {
                continue;
            }
            if (parts.length > 2) {
                throw Refusal.of("path", path + " has pictures in folders of folders, the first " + name + EXPECTED);
            }
            (parts.length == 1 ? alone : classes.computeIfAbsent(parts[0], first -> new ArrayList<>())).add(name);
        }
        if (alone.isEmpty() && classes.isEmpty()) {
            throw Refusal.of("path", path + " has no pictures; it has " + ImageTree.folders(top, names) + EXPECTED);
        }
        if (!alone.isEmpty() && !classes.isEmpty()) {
            throw Refusal.of(
                    "path",
                    path + " has " + alone.size() + (alone.size() == 1 ? " picture" : " pictures")
                            + " beside folders of pictures, " + ImageTree.folders(top, names) + EXPECTED);
        }
        if (!alone.isEmpty()) {
            classes.put("pictures", alone);
        }
        classes.values().forEach(Collections::sort);
        return classes;
    }

    @Override
    public Dataset load(Settings settings, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var described = describe(settings).test();
        try (var archive = ImageArchive.open(settings.path())) {
            var classes = byClass(settings.path(), archive.names());
            var reader = new ImagePartReader(settings.path(), archive, described.shape(), context, described.count());
            var none = new TreeMap<String, List<String>>();
            classes.keySet().forEach(name -> none.put(name, List.of()));
            var dataset = new Dataset(reader.read("train", none), reader.read("test", classes));
            reader.warn();
            return dataset;
        }
    }
}
