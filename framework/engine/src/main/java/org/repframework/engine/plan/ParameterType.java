package org.repframework.engine.plan;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.repframework.engine.settings.SettingKind;

/** The type of a parameter, which is that of its default. */
record ParameterType(SettingKind kind, boolean isList) {

    /** An empty list is one of texts; empty: no parameter can have this default. */
    static Optional<ParameterType> of(Object defaultValue) {
        if (!(defaultValue instanceof List<?> several)) {
            return kind(defaultValue).map(kind -> new ParameterType(kind, false));
        }
        var kinds = new HashSet<Optional<SettingKind>>();
        several.forEach(element -> kinds.add(kind(element)));
        if (kinds.isEmpty()) {
            return Optional.of(new ParameterType(SettingKind.TEXT, true));
        }
        return kinds.size() > 1 ? Optional.empty() : kinds.iterator().next().map(kind -> new ParameterType(kind, true));
    }

    private static Optional<SettingKind> kind(Object value) {
        if (value instanceof String) {
            return Optional.of(SettingKind.TEXT);
        }
        if (value instanceof Boolean) {
            return Optional.of(SettingKind.TRUTH);
        }
        if (value instanceof Integer) {
            return Optional.of(SettingKind.INTEGER);
        }
        if (value instanceof Long) {
            return Optional.of(SettingKind.LONG);
        }
        return value instanceof BigDecimal || value instanceof Double
                ? Optional.of(SettingKind.NUMBER)
                : Optional.empty();
    }

    /** A bound number in the class of the default, so that the script computes with it as with the default. */
    static Object like(Object defaultValue, Object bound) {
        if (defaultValue instanceof List<?> elements && bound instanceof List<?> several) {
            var first = elements.isEmpty() ? "" : elements.get(0);
            return several.stream().map(one -> like(first, one)).toList();
        }
        return defaultValue instanceof BigDecimal ? BigDecimal.valueOf((Double) bound) : bound;
    }
}
