package org.repframework.engine.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.spi.Blueprint;

/** What one value of a setting is. */
public enum SettingKind {
    /** A text, or one of the names of an enum. */
    TEXT("text"),
    /** An {@code int}. */
    INTEGER("whole number"),
    /** A {@code long}. */
    LONG("whole number"),
    NUMBER("number"),
    TRUTH("truth value (true or false)"),
    PATH("path"),
    /** A network that is to be trained. */
    BLUEPRINT("name or network block");

    private static final Map<Type, SettingKind> BY_TYPE = Map.of(
            String.class, TEXT,
            int.class, INTEGER,
            Integer.class, INTEGER,
            long.class, LONG,
            double.class, NUMBER,
            Double.class, NUMBER,
            boolean.class, TRUTH,
            Path.class, PATH,
            Blueprint.class, BLUEPRINT);

    private final String title;

    SettingKind(String title) {
        this.title = title;
    }

    /** In words, for example {@code whole number}. */
    public String title() {
        return title;
    }

    public boolean isNumber() {
        return this == INTEGER || this == LONG || this == NUMBER;
    }

    /** Of a record component's type, or of the elements of a list; empty: a setting cannot be of this type. */
    static Optional<SettingKind> of(Type type) {
        if (isList(type)) {
            var element = ((ParameterizedType) type).getActualTypeArguments()[0];
            return element == String.class || element == Integer.class || element == Double.class
                    ? Optional.of(BY_TYPE.get(element))
                    : Optional.empty();
        }
        return type instanceof Class<?> raw && raw.isEnum()
                ? Optional.of(TEXT)
                : Optional.ofNullable(BY_TYPE.get(type));
    }

    static boolean isList(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == List.class;
    }

    /** The value as a record component takes it, but for an enum its name; empty: it is no such value. */
    Optional<Object> convert(Object value) {
        return switch (this) {
            case TEXT -> value instanceof CharSequence ? Optional.of(value.toString()) : Optional.empty();
            case INTEGER, LONG, NUMBER -> number(value);
            case TRUTH -> truth(value);
            case PATH ->
                value instanceof Path || value instanceof CharSequence
                        ? Optional.of(Path.of(value.toString()))
                        : Optional.empty();
            case BLUEPRINT -> BlueprintForm.read(value).map(Object.class::cast);
        };
    }

    private Optional<Object> number(Object value) {
        if (!(value instanceof Number) && !(value instanceof String)) {
            return Optional.empty();
        }
        try {
            var exact = new BigDecimal(value.toString());
            return Optional.of(
                    switch (this) {
                        case INTEGER -> exact.intValueExact();
                        case LONG -> (Object) exact.longValueExact();
                        default -> (Object) exact.doubleValue();
                    });
        } catch (NumberFormatException | ArithmeticException notSuchNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Object> truth(Object value) {
        if (value instanceof Boolean) {
            return Optional.of(value);
        }
        return "true".equals(value) || "false".equals(value)
                ? Optional.of(Boolean.valueOf(value.toString()))
                : Optional.empty();
    }
}
