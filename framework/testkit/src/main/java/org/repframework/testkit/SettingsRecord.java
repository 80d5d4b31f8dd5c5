package org.repframework.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;

/** Makes a record of settings from names and values as a script gives them, with the declared defaults. */
final class SettingsRecord {

    private SettingsRecord() {}

    /** @throws AssertionError if a required setting is missing, or there is no such setting */
    static <S extends Record> S of(Class<S> type, Map<String, Object> given) {
        var components = type.getRecordComponents();
        var names = Arrays.stream(components).map(RecordComponent::getName).toList();
        for (var name : given.keySet()) {
            if (!names.contains(name)) {
                throw new AssertionError("settings() gives '" + name + "', the stage has the settings " + names);
            }
        }
        return construct(
                type,
                Arrays.stream(components)
                        .map(component -> value(component, given))
                        .toList());
    }

    private static Object value(RecordComponent component, Map<String, Object> given) {
        var name = component.getName();
        if (given.containsKey(name)) {
            return convert(component.getGenericType(), given.get(name));
        }
        var setting = component.getAnnotation(Setting.class);
        if (setting == null || setting.defaultValue().equals(Setting.REQUIRED)) {
            throw new AssertionError("the setting '" + name + "' has no default: let settings() give a value");
        }
        return defaultValue(component);
    }

    /** @throws IllegalArgumentException if the default is no value of the component's type */
    static Object defaultValue(RecordComponent component) {
        var text = component.getAnnotation(Setting.class).defaultValue();
        var type = component.getGenericType();
        if (type instanceof ParameterizedType) {
            return convert(type, text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*")));
        }
        return convert(type, text);
    }

    /**
     * The same settings with another value, as the record's constructor takes it.
     *
     * @throws Refusal if the record refuses it
     */
    static <S extends Record> S with(S settings, RecordComponent changed, Object value) {
        @SuppressWarnings("unchecked") // a record's class is exactly that of its instances
        var type = (Class<S>) settings.getClass();
        return construct(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> component.getName().equals(changed.getName())
                                ? value
                                : Footprint.value(settings, component))
                        .toList());
    }

    private static <S extends Record> S construct(Class<S> type, List<Object> values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(type.getName() + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        }
    }

    /** @throws IllegalArgumentException if the value is none of the type */
    static Object convert(Type wanted, Object value) {
        if (wanted instanceof ParameterizedType list) {
            var converted = new ArrayList<Object>();
            for (var element : (Iterable<?>) value) {
                converted.add(convert(list.getActualTypeArguments()[0], element));
            }
            return List.copyOf(converted);
        }
        var type = (Class<?>) wanted;
        var text = String.valueOf(value);
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> enumName(constant).equals(text) || constant == value)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of " + enumNames(type)));
        }
        if (type == Path.class) {
            return Path.of(text);
        }
        if (type == Blueprint.class) {
            return value instanceof Blueprint ? value : new Blueprint.Named(text);
        }
        if (type == boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("'" + text + "' is neither true nor false");
            }
            return Boolean.valueOf(text);
        }
        return type == String.class ? text : number(type, text);
    }

    private static Object number(Class<?> type, String text) {
        try {
            var exact = new BigDecimal(text);
            if (type == int.class || type == Integer.class) {
                return exact.intValueExact();
            }
            return type == long.class ? (Object) exact.longValueExact() : (Object) exact.doubleValue();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no " + type.getSimpleName(), e);
        }
    }

    static List<String> enumNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(SettingsRecord::enumName)
                .toList();
    }

    private static String enumName(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
