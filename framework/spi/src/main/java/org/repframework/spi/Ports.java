package org.repframework.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named outputs of a stage in their order; the first is what the handle in a script itself stands for.
 *
 * @param <T> {@link Description} before the stage has run, {@link Artifact} after
 */
public record Ports<T>(Map<String, T> byName) {

    public Ports {
        if (byName.isEmpty()) {
            throw new IllegalArgumentException("a stage needs at least one port");
        }
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static <T> Ports<T> of(String name, T value) {
        return new Ports<>(Map.of(name, value));
    }

    public static <T> Ports<T> of(String first, T firstValue, String second, T secondValue) {
        var ports = new LinkedHashMap<String, T>();
        ports.put(first, firstValue);
        ports.put(second, secondValue);
        return new Ports<>(ports);
    }

    /** The name of the port that the handle itself stands for. */
    public String first() {
        return byName.keySet().iterator().next();
    }
}
