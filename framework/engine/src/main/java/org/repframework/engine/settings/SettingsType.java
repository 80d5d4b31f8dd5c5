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
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Refusal;

/** What a settings record declares, and the way between its instances and plain maps. */
public final class SettingsType<S extends Record> {

    private final Class<S> type;
    private final List<SettingSpec> specs;

    /** @throws WrongRecord if it is no record, a component lacks its annotation or cannot be a setting */
    public SettingsType(Class<S> type) {
        if (!type.isRecord()) {
            throw new WrongRecord("the settings " + type.getName() + " are not a record");
        }
        this.type = type;
        this.specs =
                Arrays.stream(type.getRecordComponents()).map(SettingSpec::of).toList();
    }

    public List<SettingSpec> specs() {
        return specs;
    }

    /** What came of binding: settings, or all that is wrong. */
    public record Bound<S>(S settings, List<WrongSetting> wrong) {}

    /**
     * @param stage whose settings they are, for messages
     * @param given as a script gives them, names to values; what is missing takes its default
     */
    public Bound<S> bind(String stage, Map<String, Object> given) {
        var wrong = new ArrayList<WrongSetting>();
        var names = specs.stream().map(SettingSpec::name).toList();
        for (var name : given.keySet()) {
            if (!names.contains(name)) {
                wrong.add(unknown(stage, name, names));
            }
        }
        var values = new ArrayList<Object>();
        for (var spec : specs) {
            try {
                if (given.containsKey(spec.name())) {
                    values.add(spec.bind(given.get(spec.name())));
                } else if (spec.isRequired()) {
                    throw missing(stage, spec);
                } else {
                    values.add(spec.defaultValue());
                }
            } catch (WrongSetting one) {
                wrong.add(one);
            }
        }
        if (!wrong.isEmpty()) {
            return new Bound<>(null, wrong);
        }
        try {
            return new Bound<>(construct(values), List.of());
        } catch (Refusal refusal) {
            var problem = Problem.of(Code.REFUSED, Place.OUTSIDE, refusal.getMessage());
            return new Bound<>(null, List.of(new WrongSetting(refusal.subject(), problem)));
        }
    }

    boolean describes(Class<?> other) {
        return type == other;
    }

    /** The complaint about a name that is not among those a stage accepts. */
    public static WrongSetting unknown(String stage, String name, List<String> names) {
        var problem = Problem.of(Code.UNKNOWN_SETTING, Place.OUTSIDE, "'" + stage + "' has no setting '" + name + "'")
                .instead(name, names)
                .todo("rep-framework stages " + stage + " explains its settings");
        return new WrongSetting(name, problem);
    }

    /** The complaint that a required setting is not given. */
    public static WrongSetting missing(String stage, SettingSpec spec) {
        var cause = "'" + stage + "' needs the setting '" + spec.name() + "': " + spec.summary();
        return new WrongSetting(
                "",
                Problem.of(Code.MISSING_SETTING, Place.OUTSIDE, cause)
                        .todo("add " + spec.name() + ": with a " + spec.typeTitle()));
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
