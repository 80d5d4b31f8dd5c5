package org.repframework.plugin.datasets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.repframework.spi.Refusal;

/**
 * The images of {@code train/<class>/} and {@code test/<class>/}, perhaps below one folder around both, by class.
 *
 * @param train names in the archive, sorted, by class name
 * @param test the same classes
 */
record ImageTree(SortedMap<String, List<String>> train, SortedMap<String, List<String>> test) {

    private static final String LAYOUT = "; expected train/<class>/ and test/<class>/ with jpg, png or bmp images";

    /**
     * @param imagesPerClass of the training part, the first by name; 0: all
     * @throws Refusal if a part, a class or every image is missing, or there is only one class
     */
    static ImageTree of(Path path, Collection<String> names, int imagesPerClass) {
        if (names.isEmpty()) {
            throw Refusal.of("path", path + " has neither folders nor images" + LAYOUT);
        }
        var top = top(names);
        var train = part(top + "train/", names);
        var test = part(top + "test/", names);
        if (train.isEmpty() || test.isEmpty()) {
            var missing = train.isEmpty() ? "train" : "test";
            throw Refusal.of(
                    "path", path + " has no classes in '" + missing + "'; it has " + folders(top, names) + LAYOUT);
        }
        var classes = new TreeSet<>(train.keySet());
        classes.addAll(test.keySet());
        refuseMissing(path, "train", train, classes);
        refuseMissing(path, "test", test, classes);
        if (classes.size() == 1) {
            throw Refusal.of("path", path + " has only one class, '" + classes.first() + "'; at least two are needed");
        }
        if (imagesPerClass > 0) {
            train.replaceAll((name, images) -> images.subList(0, Math.min(imagesPerClass, images.size())));
        }
        return new ImageTree(train, test);
    }

    List<String> classNames() {
        return List.copyOf(train.keySet());
    }

    static List<Integer> classCounts(SortedMap<String, List<String>> part) {
        return part.values().stream().map(List::size).toList();
    }

    /** The folder around everything, with its slash; empty if the parts lie at the root. */
    static String top(Collection<String> names) {
        var first = names.iterator().next();
        var top = first.substring(0, first.indexOf('/') + 1);
        var atRoot = names.stream().anyMatch(name -> name.startsWith("train/") || name.startsWith("test/"));
        return !atRoot && names.stream().allMatch(name -> name.startsWith(top)) ? top : "";
    }

    private static SortedMap<String, List<String>> part(String prefix, Collection<String> names) {
        var classes = new TreeMap<String, List<String>>();
        for (var name : names) {
            var end = name.startsWith(prefix) ? name.indexOf('/', prefix.length()) : -1;
            if (end > 0) {
                var images = classes.computeIfAbsent(name.substring(prefix.length(), end), key -> new ArrayList<>());
                if (end + 1 < name.length() && name.indexOf('/', end + 1) < 0) {
                    images.add(name);
                }
            }
        }
        classes.values().forEach(Collections::sort);
        return classes;
    }

    private static void refuseMissing(
            Path path, String part, SortedMap<String, List<String>> images, SortedSet<String> classes) {
        var missing = classes.stream()
                .filter(name -> images.getOrDefault(name, List.of()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            var which = missing.size() == 1
                    ? "class '" + missing.get(0) + "' has"
                    : "classes '" + String.join("', '", missing) + "' have";
            throw Refusal.of(
                    "path",
                    path + ": the " + which + " no image directly in '" + part
                            + "/<class>/'; every class needs jpg, png or bmp images in both parts");
        }
    }

    static String folders(String top, Collection<String> names) {
        var folders = new TreeSet<String>();
        for (var name : names) {
            var end = name.indexOf('/', top.length());
            if (end > 0) {
                folders.add("'" + name.substring(0, end) + "'");
            }
        }
        return folders.isEmpty() ? "no folders" : "the folders " + String.join(", ", folders);
    }
}
