package org.repframework.testkit;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.repframework.spi.IntVector;
import org.repframework.spi.Matrix;
import org.repframework.spi.Pixels;

/**
 * Every byte of a value, place by place: of records their components, of arrays and files a hash of their bytes, of
 * folders every file. Two footprints are equal if and only if what the store would keep is.
 *
 * @param places for example {@code network.filters} and its hash, in the order of the record
 */
record Footprint(Map<String, String> places) {

    static Footprint of(Object value) throws IOException {
        var places = new LinkedHashMap<String, String>();
        walk("", value, places);
        return new Footprint(places);
    }

    /** The places that differ, or are only in one of the two. */
    List<String> differences(Footprint other) {
        var all = new LinkedHashMap<>(places);
        all.putAll(other.places);
        var differing = new ArrayList<>(all.keySet());
        differing.removeIf(place -> Objects.equals(places.get(place), other.places.get(place)));
        if (differing.isEmpty() && !List.copyOf(places.keySet()).equals(List.copyOf(other.places.keySet()))) {
            return List.of("the order of a map's entries");
        }
        return differing;
    }

    private static void walk(String place, Object value, Map<String, String> places) throws IOException {
        if (value instanceof Matrix matrix) {
            places.put(place, matrix + " " + hash(bytes(matrix)));
        } else if (value instanceof IntVector vector) {
            places.put(place, Arrays.toString(vector.toArray()));
        } else if (value instanceof Pixels pixels) {
            walk(place + ".file", pixels.file(), places);
            walk(place + ".selection", pixels.selection(), places);
        } else if (value instanceof Path path) {
            walkFiles(place, path, places);
        } else if (value instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                walk(join(place, component.getName()), value(record, component), places);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                walk(join(place, entry.getKey().toString()), entry.getValue(), places);
            }
        } else if (value instanceof List<?> list) {
            places.put(place + ".size", Integer.toString(list.size()));
            for (var i = 0; i < list.size(); i++) {
                walk(place + "[" + i + "]", list.get(i), places);
            }
        } else if (value instanceof Optional<?> optional) {
            walk(place, optional.orElse(null), places);
        } else if (value instanceof Double number) {
            places.put(place, number + " " + Long.toHexString(Double.doubleToRawLongBits(number)));
        } else {
            places.put(place, String.valueOf(value));
        }
    }

    private static void walkFiles(String place, Path path, Map<String, String> places) throws IOException {
        if (Files.isDirectory(path)) {
            try (var files = Files.walk(path)) {
                for (var file : files.sorted().toList()) {
                    var name = place + "/" + path.relativize(file);
                    places.put(name, Files.isRegularFile(file) ? hash(Files.readAllBytes(file)) : "folder");
                }
            }
        } else {
            places.put(place, Files.exists(path) ? hash(Files.readAllBytes(path)) : "no file");
        }
    }

    static Object value(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String join(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static byte[] bytes(Matrix matrix) {
        var values = matrix.toArray();
        var buffer = ByteBuffer.allocate(Double.BYTES * values.length);
        for (var value : values) {
            buffer.putLong(Double.doubleToRawLongBits(value));
        }
        return buffer.array();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
