package org.repframework.engine.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Blueprint.Layered;
import org.repframework.spi.Blueprint.Named;
import org.repframework.spi.Layer;

/** A blueprint in plain values, for keys, task files and the provenance: a name is a text, a block a map. */
final class BlueprintForm {

    private static final String KIND = "kind";
    private static final Set<String> FIELDS = Set.of("name", "layers", "output");

    private BlueprintForm() {}

    static Object plain(Blueprint blueprint) {
        if (blueprint instanceof Named named) {
            return named.name();
        }
        var layered = (Layered) blueprint;
        var map = new LinkedHashMap<String, Object>();
        map.put("name", layered.name());
        map.put("layers", layered.layers().stream().map(BlueprintForm::plain).toList());
        map.put("output", layered.output());
        return map;
    }

    /** Of a text, of what {@link #plain} made, or of a blueprint; empty if it is none of these. */
    static Optional<Blueprint> read(Object value) {
        if (value instanceof Blueprint blueprint) {
            return Optional.of(blueprint);
        }
        if (value instanceof CharSequence name) {
            return Optional.of(new Named(name.toString()));
        }
        if (value instanceof Map<?, ?> map && map.keySet().equals(FIELDS)) {
            var layers = ((List<?>) map.get("layers"))
                    .stream().map(layer -> layer((Map<?, ?>) layer)).toList();
            return Optional.of(new Layered((String) map.get("name"), layers, (String) map.get("output")));
        }
        return Optional.empty();
    }

    /** The way a script writes it, in one line. */
    static String text(Blueprint blueprint) {
        if (blueprint instanceof Named named) {
            return named.name();
        }
        var layered = (Layered) blueprint;
        return layered.name()
                + layered.layers().stream()
                        .map(BlueprintForm::text)
                        .collect(Collectors.joining("; ", " { ", "; output " + layered.output() + " }"));
    }

    private static String text(Layer layer) {
        var settings = settings(layer);
        var name = settings.remove(LayerKind.NAME);
        return LayerKind.of(layer).verb() + " " + name
                + settings.entrySet().stream()
                        .map(entry -> ", " + entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining());
    }

    private static Map<String, Object> plain(Layer layer) {
        var map = new LinkedHashMap<String, Object>();
        map.put(KIND, LayerKind.of(layer).verb());
        map.putAll(settings(layer));
        return map;
    }

    private static Map<String, Object> settings(Layer layer) {
        return SettingsType.toMap((Record) layer, path -> path);
    }

    private static Layer layer(Map<?, ?> map) {
        var kind = LayerKind.find((String) map.get(KIND)).orElseThrow();
        var settings = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> settings.put((String) name, value));
        settings.remove(KIND);
        return (Layer) kind.type().bind(kind.verb(), settings).settings();
    }
}
