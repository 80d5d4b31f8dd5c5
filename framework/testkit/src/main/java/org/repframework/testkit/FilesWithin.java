package org.repframework.testkit;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.repframework.spi.Pixels;

/** The files that artifacts refer to. */
final class FilesWithin {

    private FilesWithin() {}

    static Set<Path> of(Object value) {
        var files = new HashSet<Path>();
        walk(value, files);
        return files;
    }

    private static void walk(Object value, Set<Path> files) {
        if (value instanceof Path file) {
            files.add(file);
        } else if (value instanceof Pixels pixels) {
            files.add(pixels.file());
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> walk(present, files));
        } else if (value instanceof Iterable<?> several) {
            several.forEach(one -> walk(one, files));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> walk(one, files));
        } else if (value instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                walk(Footprint.value(record, component), files);
            }
        }
    }
}
