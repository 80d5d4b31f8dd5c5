package org.repframework.engine.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.spi.Setting;

/**
 * What is known of a setting without its record: plain values, which a catalogue can keep.
 *
 * @param isList whether the setting is a list of values of its kind
 * @param summary one line: what it means, with its unit
 * @param defaultText the default as a script would write it; empty: the setting is required
 * @param min smallest allowed number, inclusive
 * @param max largest allowed number, inclusive
 * @param choices the texts allowed; empty: any
 */
public record SettingSpec(
        String name,
        SettingKind kind,
        boolean isList,
        String summary,
        Optional<String> defaultText,
        double min,
        double max,
        List<String> choices) {

    public SettingSpec {
        choices = List.copyOf(choices);
    }

    /** @throws WrongRecord if the component lacks its annotation or cannot be a setting */
    static SettingSpec of(RecordComponent component) {
        var where = "component '" + component.getName() + "' of "
                + component.getDeclaringRecord().getName();
        var declaration = component.getAnnotation(Setting.class);
        if (declaration == null) {
            throw new WrongRecord(where + " lacks @Setting");
        }
        var type = component.getGenericType();
        var kind = SettingKind.of(type)
                .orElseThrow(() -> new WrongRecord(where + " is a " + type.getTypeName()
                        + "; a setting is an int, long, double, boolean, String, enum, Path, Blueprint or a List of String,"
                        + " Integer or Double"));
        var choices = component.getType().isEnum()
                ? Arrays.stream(component.getType().getEnumConstants())
                        .map(SettingSpec::enumName)
                        .toList()
                : List.of(declaration.choices());
        var defaultText = declaration.defaultValue();
        return new SettingSpec(
                component.getName(),
                kind,
                SettingKind.isList(type),
                declaration.value(),
                defaultText.equals(Setting.REQUIRED) ? Optional.empty() : Optional.of(defaultText),
                declaration.min(),
                declaration.max(),
                choices);
    }

    public boolean isRequired() {
        return defaultText.isEmpty();
    }

    /** The type in words, for example {@code whole number, 1 to 100}. */
    public String typeTitle() {
        if (!choices.isEmpty()) {
            return String.join(" | ", choices);
        }
        var title = isList ? "list of " + kind.title() + "s" : kind.title();
        if (min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY) {
            return title;
        }
        if (max == Double.POSITIVE_INFINITY) {
            return title + ", at least " + number(min);
        }
        return min == Double.NEGATIVE_INFINITY
                ? title + ", at most " + number(max)
                : title + ", " + number(min) + " to " + number(max);
    }

    /** Only of a setting that is not required; not checked against range and choices. */
    Object defaultValue() {
        var text = defaultText.orElseThrow();
        return isList ? convertList(text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*"))) : convert(text);
    }

    /**
     * The value as the record takes it, but for an enum its name.
     *
     * @throws WrongSetting saying what was given and what is possible
     */
    public Object bind(Object value) {
        var bound = isList ? convertList(value) : convert(value);
        check(bound);
        return bound;
    }

    static String enumName(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void check(Object bound) {
        if (bound instanceof List<?> several) {
            several.forEach(this::check);
        } else if (!choices.isEmpty() && !choices.contains(bound.toString())) {
            throw notAChoice(bound.toString());
        } else if (bound instanceof Number given) {
            if (!(given.doubleValue() >= min && given.doubleValue() <= max)) {
                throw WrongSetting.of(name, Code.OUT_OF_RANGE, name + " is " + given + "; it must be a " + typeTitle());
            }
        }
    }

    private Object convertList(Object value) {
        if (!(value instanceof Iterable<?> several)) {
            throw wrongType(value);
        }
        var converted = new ArrayList<Object>();
        several.forEach(one -> converted.add(convert(one)));
        return List.copyOf(converted);
    }

    private Object convert(Object value) {
        return kind.convert(value).orElseThrow(() -> wrongType(value));
    }

    private WrongSetting notAChoice(String text) {
        var cause = "'" + text + "' is not a choice for " + name;
        return new WrongSetting(
                name, Problem.of(Code.NOT_A_CHOICE, Place.OUTSIDE, cause).instead(text, choices));
    }

    /** The complaint about a value of another type. */
    public WrongSetting wrongType(Object value) {
        var given = value instanceof CharSequence ? "the text '" + value + "'" : String.valueOf(value);
        var wanted = choices.isEmpty() ? "a " + typeTitle() : "one of " + String.join(", ", choices);
        return WrongSetting.of(name, Code.WRONG_SETTING_TYPE, name + " is " + given + "; it must be " + wanted);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }
}
