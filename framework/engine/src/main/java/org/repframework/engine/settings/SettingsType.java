package org.repframework.engine.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Refusal;

/** What a settings record declares, and the way between its instances and plain maps. */
public final class SettingsType<S extends Record> {

    private final Class<S> type;
    private final List<SettingSpec> specs;

    /** @throws IllegalArgumentException if it is no record, a component lacks its annotation or cannot be a setting */
    public SettingsType(Class<S> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("the settings " + type.getName() + " are not a record");
        }
        this.type = type;
        this.specs =
                Arrays.stream(type.getRecordComponents()).map(SettingSpec::of).toList();
    }

    public List<SettingSpec> specs() {
        return specs;
    }

    /** What came of binding: settings, or all that is wrong. */
    public record Bound<S>(S settings, List<Refusal> refusals) {}

    /** @param given as a script gives them, names to values; what is missing takes its default */
    public Bound<S> bind(Map<String, Object> given) {
        var refusals = new ArrayList<Refusal>();
        var names = specs.stream().map(SettingSpec::name).toList();
        for (var name : given.keySet()) {
            if (!names.contains(name)) {
                refusals.add(Refusal.unknown(name, name, "there is no setting '" + name + "'", names));
            }
        }
        var values = new ArrayList<Object>();
        for (var spec : specs) {
            try {
                if (given.containsKey(spec.name())) {
                    values.add(spec.bind(given.get(spec.name())));
                } else if (spec.isRequired()) {
                    refusals.add(Refusal.of("", "the setting '" + spec.name() + "' is missing: " + spec.summary()));
                } else {
                    values.add(spec.defaultValue());
                }
            } catch (Refusal refusal) {
                refusals.add(refusal);
            }
        }
        if (!refusals.isEmpty()) {
            return new Bound<>(null, refusals);
        }
        try {
            return new Bound<>(construct(values), List.of());
        } catch (Refusal refusal) {
            return new Bound<>(null, List.of(refusal));
        }
    }

    boolean describes(Class<?> other) {
        return type == other;
    }

    /**
     * Name to plain value in the record's order; lists stay lists, enums become their script names, a blueprint its name
     * or a map.
     */
    public static Map<String, Object> toMap(Record settings, Function<Path, Object> paths) {
        var map = new LinkedHashMap<String, Object>();
        for (var component : settings.getClass().getRecordComponents()) {
            map.put(component.getName(), plain(value(settings, component), paths));
        }
        return map;
    }

    /** Name and value as a reader wants them, a network block in one line. */
    public static List<String> toTexts(Record settings) {
        return Arrays.stream(settings.getClass().getRecordComponents())
                .map(component -> component.getName() + ": " + text(value(settings, component)))
                .toList();
    }

    private static String text(Object value) {
        return value instanceof Blueprint blueprint
                ? BlueprintForm.text(blueprint)
                : plain(value, Path::toString).toString();
    }

    private static Object plain(Object value, Function<Path, Object> paths) {
        if (value instanceof Blueprint blueprint) {
            return BlueprintForm.plain(blueprint);
        }
        if (value instanceof Enum<?>) {
            return SettingSpec.enumName(value);
        }
        return value instanceof Path path ? paths.apply(path) : value;
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(settings);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private S construct(List<Object> values) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var arguments = new Object[types.length];
        for (var i = 0; i < types.length; i++) {
            arguments[i] = types[i].isEnum() ? constant(types[i], values.get(i)) : values.get(i);
        }
        try {
            Constructor<S> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object constant(Class<?> type, Object name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> SettingSpec.enumName(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is no default for " + type.getName()));
    }
}
