package org.repframework.engine.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.repframework.engine.plan.Task;
import org.repframework.engine.store.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a key is made of, taken apart: for example {@code settings/0/epochs} to {@code 10}, {@code inputs/1/key} to a key.
 * Texts stand without quotes, lists and objects as JSON.
 */
public record Ingredients(Map<String, String> byName) {

    public Ingredients {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static Ingredients of(Task task) {
        return of(Json.CANONICAL.readTree(task.preimage()));
    }

    static Ingredients of(JsonNode preimage) {
        return of(preimage, UnaryOperator.identity());
    }

    /** @param inputs says by which key that of an input is to be replaced */
    static Ingredients of(JsonNode preimage, UnaryOperator<String> inputs) {
        var all = new LinkedHashMap<String, String>();
        for (var property : preimage.properties()) {
            var name = property.getKey();
            switch (name) {
                case "settings" -> {
                    for (var i = 0; i < property.getValue().size(); i++) {
                        add(all, name + "/" + i, property.getValue().get(i));
                    }
                }
                case "inputs" -> {
                    for (var i = 0; i < property.getValue().size(); i++) {
                        add(all, name + "/" + i, property.getValue().get(i));
                        all.computeIfPresent(name + "/" + i + "/key", (key, value) -> inputs.apply(value));
                    }
                }
                case "seed", "numerics" -> add(all, name, property.getValue());
                default -> all.put(name, text(property.getValue()));
            }
        }
        return new Ingredients(all);
    }

    private static void add(Map<String, String> all, String name, JsonNode node) {
        for (var property : node.properties()) {
            all.put(name + "/" + property.getKey(), text(property.getValue()));
        }
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }
}
