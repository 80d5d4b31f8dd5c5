package org.repframework.engine.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a workflow: what {@code param} declares, and what the command line gives. */
public final class Parameters {

    /** One declared parameter. */
    public record Parameter(String name, Object defaultValue, Object value, String description) {}

    private final Map<String, String> given;
    private final Map<String, Parameter> declared = new LinkedHashMap<>();

    Parameters(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /** The declared ones, in the script's order. */
    public List<Parameter> declared() {
        return List.copyOf(declared.values());
    }

    /** Whether a text is the value of a parameter on the command line: then a path in it counts from there. */
    boolean isGiven(String text) {
        return given.containsValue(text);
    }

    List<String> undeclared() {
        return given.keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .sorted()
                .toList();
    }

    List<String> names() {
        return List.copyOf(declared.keySet());
    }

    /** @throws IllegalArgumentException if the text given is not of the default's type */
    Object declare(String name, Object defaultValue, String description) {
        if (declared.containsKey(name)) {
            throw new IllegalArgumentException("the parameter '" + name + "' is declared twice");
        }
        declared.put(name, new Parameter(name, defaultValue, defaultValue, description));
        if (given.containsKey(name)) {
            var value = parse(name, given.get(name), defaultValue);
            declared.put(name, new Parameter(name, defaultValue, value, description));
        }
        return declared.get(name).value();
    }

    private static Object parse(String name, String text, Object like) {
        try {
            if (like instanceof Integer) {
                return Integer.valueOf(text);
            }
            if (like instanceof Long) {
                return Long.valueOf(text);
            }
            if (like instanceof BigDecimal) {
                return new BigDecimal(text);
            }
            if (like instanceof Double) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("-P " + name + "=" + text + ": '" + name + "' must be a "
                    + (like instanceof Integer || like instanceof Long ? "whole number" : "number")
                    + ", like its default "
                    + like);
        }
        if (like instanceof Boolean) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(
                        "-P " + name + "=" + text + ": '" + name + "' must be true or false");
            }
            return Boolean.valueOf(text);
        }
        if (like instanceof List<?>) {
            return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s*,\\s*"));
        }
        return text;
    }
}
