package org.repframework.engine.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;

/** One setting: name, type, default, range, and the conversion of what a script or a file gives for it. */
public record SettingSpec(String name, Type type, Setting declaration) {

    static SettingSpec of(RecordComponent component) {
        var declaration = component.getAnnotation(Setting.class);
        if (declaration == null) {
            throw new IllegalArgumentException("component '" + component.getName() + "' of "
                    + component.getDeclaringRecord().getName() + " lacks @Setting");
        }
        return new SettingSpec(component.getName(), component.getGenericType(), declaration);
    }

    public boolean isRequired() {
        return declaration.defaultValue().equals(Setting.REQUIRED);
    }

    /** The type in words, for example {@code whole number, 1 to 100}. */
    public String typeTitle() {
        var title = title(type);
        var choices = choices();
        if (!choices.isEmpty()) {
            return String.join(" | ", choices);
        }
        var low = declaration.min();
        var high = declaration.max();
        if (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY) {
            return title;
        }
        if (high == Double.POSITIVE_INFINITY) {
            return title + ", at least " + number(low);
        }
        return low == Double.NEGATIVE_INFINITY
                ? title + ", at most " + number(high)
                : title + ", " + number(low) + " to " + number(high);
    }

    /** The texts allowed; empty: no list. */
    public List<String> choices() {
        if (type instanceof Class<?> raw && raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants())
                    .map(SettingSpec::enumName)
                    .toList();
        }
        return List.of(declaration.choices());
    }

    Object defaultValue() {
        var text = declaration.defaultValue();
        if (isList()) {
            return convertList(text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*")));
        }
        return convert(type, text);
    }

    /** @throws Refusal saying what was given and what is possible */
    Object bind(Object value) {
        var bound = isList() ? convertList(value) : convert(type, value);
        check(bound);
        return bound;
    }

    static String enumName(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isList() {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == List.class;
    }

    private void check(Object bound) {
        if (bound instanceof List<?> several) {
            several.forEach(this::check);
        } else if (bound instanceof Number given) {
            if (!(given.doubleValue() >= declaration.min() && given.doubleValue() <= declaration.max())) {
                throw Refusal.of(name, name + " is " + given + "; it must be a " + typeTitle());
            }
        } else if (bound instanceof String text && declaration.choices().length > 0) {
            if (!List.of(declaration.choices()).contains(text)) {
                throw Refusal.unknown(name, text, "'" + text + "' is not a choice for " + name, choices());
            }
        }
    }

    private Object convertList(Object value) {
        var element = ((ParameterizedType) type).getActualTypeArguments()[0];
        if (!(value instanceof Iterable<?> several)) {
            throw wrongType(value);
        }
        var converted = new ArrayList<Object>();
        several.forEach(one -> converted.add(convert(element, one)));
        return List.copyOf(converted);
    }

    private Object convert(Type wanted, Object value) {
        if (wanted == String.class && value instanceof CharSequence) {
            return value.toString();
        }
        if (wanted == Path.class) {
            if (value instanceof Path) {
                return value;
            }
            if (value instanceof CharSequence text) {
                return Path.of(text.toString());
            }
        }
        if (wanted == boolean.class) {
            if (value instanceof Boolean) {
                return value;
            }
            if (value instanceof String text && (text.equals("true") || text.equals("false"))) {
                return Boolean.valueOf(text);
            }
        }
        if (wanted instanceof Class<?> raw && raw.isEnum() && value instanceof CharSequence text) {
            return Arrays.stream(raw.getEnumConstants())
                    .filter(constant -> enumName(constant).contentEquals(text))
                    .findFirst()
                    .orElseThrow(() -> Refusal.unknown(
                            name, text.toString(), "'" + text + "' is not a choice for " + name, choices()));
        }
        if (wanted == int.class
                || wanted == long.class
                || wanted == double.class
                || wanted == Integer.class
                || wanted == Double.class) {
            return convertNumber((Class<?>) wanted, value);
        }
        throw wrongType(value);
    }

    private Object convertNumber(Class<?> wanted, Object value) {
        try {
            if (!(value instanceof Number) && !(value instanceof String)) {
                throw wrongType(value);
            }
            var exact = new BigDecimal(value.toString());
            if (wanted == int.class || wanted == Integer.class) {
                return exact.intValueExact();
            }
            return wanted == long.class ? (Object) exact.longValueExact() : (Object) exact.doubleValue();
        } catch (NumberFormatException | ArithmeticException notSuchNumber) {
            throw wrongType(value);
        }
    }

    private Refusal wrongType(Object value) {
        var given = value instanceof CharSequence ? "the text '" + value + "'" : String.valueOf(value);
        return Refusal.of(name, name + " is " + given + "; it must be a " + typeTitle());
    }

    private static String title(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return "list of " + title(parameterized.getActualTypeArguments()[0]) + "s";
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return "whole number";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class) {
            return "truth value (true or false)";
        }
        return type == Path.class ? "path" : "text";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }
}
