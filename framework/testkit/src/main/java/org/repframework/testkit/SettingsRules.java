package org.repframework.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;

/** What a settings record must say of its components, and how its constructor may refuse values. */
final class SettingsRules {

    private static final Set<Type> SINGLE =
            Set.of(int.class, long.class, double.class, boolean.class, String.class, Path.class, Blueprint.class);
    private static final Set<Type> ELEMENTS = Set.of(String.class, Integer.class, Double.class);
    private static final Set<Type> NUMBERS = Set.of(int.class, long.class, double.class, Integer.class, Double.class);

    private SettingsRules() {}

    /** What is wrong with the declarations, a sentence each. */
    static List<String> problems(Class<? extends Record> type) {
        var problems = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var setting = component.getAnnotation(Setting.class);
            if (setting == null) {
                problems.add("the setting '" + component.getName() + "' lacks @Setting");
            } else {
                declared(component, setting)
                        .forEach(problem -> problems.add("the setting '" + component.getName() + "' " + problem));
            }
        }
        return problems;
    }

    private static List<String> declared(RecordComponent component, Setting setting) {
        var problems = new ArrayList<String>();
        var element = element(component);
        if (!isLegal(component)) {
            problems.add("has the type " + component.getGenericType().getTypeName() + ", which no script can give");
            return problems;
        }
        if (setting.value().isBlank() || setting.value().contains("\n")) {
            problems.add("needs a description of one line");
        }
        var ranged = setting.min() > Double.NEGATIVE_INFINITY || setting.max() < Double.POSITIVE_INFINITY;
        if (ranged && !NUMBERS.contains(element)) {
            problems.add("has a range, but is no number");
        }
        if (!(setting.min() <= setting.max())) {
            problems.add("has the empty range " + setting.min() + " to " + setting.max());
        }
        if (setting.choices().length > 0 && element != String.class) {
            problems.add("has choices, but is no text");
        }
        if (!setting.defaultValue().equals(Setting.REQUIRED)) {
            problems.addAll(ofDefault(component, setting));
        }
        return problems;
    }

    private static List<String> ofDefault(RecordComponent component, Setting setting) {
        try {
            var value = SettingsRecord.defaultValue(component);
            var problems = new ArrayList<String>();
            for (var one : value instanceof List<?> several ? several : List.of(value)) {
                if (one instanceof Number number
                        && !(number.doubleValue() >= setting.min() && number.doubleValue() <= setting.max())) {
                    problems.add("has the default " + number + " outside of " + setting.min() + " to " + setting.max());
                }
                if (one instanceof String text
                        && setting.choices().length > 0
                        && !List.of(setting.choices()).contains(text)) {
                    problems.add("has the default '" + text + "', which is none of its choices "
                            + List.of(setting.choices()));
                }
            }
            return problems;
        } catch (IllegalArgumentException e) {
            return List.of("has a default that is no such value: " + e.getMessage());
        }
    }

    /**
     * What is wrong with how a record's constructor refuses values at and beyond the declared range. It need not refuse
     * what the framework refuses before, but where it does, it names the setting, the value and what is possible.
     */
    static <S extends Record> List<String> flawedRefusals(S settings) {
        var problems = new ArrayList<String>();
        for (var component : settings.getClass().getRecordComponents()) {
            var setting = component.getAnnotation(Setting.class);
            if (setting != null && isLegal(component)) {
                for (var value : extremes(component, setting)) {
                    flaw(settings, component, value).ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    private static Optional<String> flaw(Record settings, RecordComponent component, Object value) {
        var name = component.getName();
        try {
            SettingsRecord.with(settings, component, value);
            return Optional.empty();
        } catch (Refusal refusal) {
            var message = String.valueOf(refusal.getMessage());
            if (!message.contains(name) && !refusal.subject().equals(name)) {
                return Optional.of("the refusal of " + name + ": " + value + " does not name the setting; it concerns '"
                        + refusal.subject() + "' and says: " + message);
            }
            if (!(value instanceof Number)) {
                return Optional.empty();
            }
            if (!message.contains(value.toString())) {
                return Optional.of("the refusal of " + name + ": " + value + " does not say the value: " + message);
            }
            return saysWhatIsPossible(message, value, settings, name)
                    ? Optional.empty()
                    : Optional.of(
                            "the refusal of " + name + ": " + value + " does not say what is possible: " + message);
        } catch (RuntimeException e) {
            return Optional.of(name + ": " + value + " must be refused with a Refusal, not with " + e);
        }
    }

    /** Beside the value a number, the end of the range, or another setting that it depends on. */
    private static boolean saysWhatIsPossible(String message, Object value, Record settings, String name) {
        var rest = message.replaceFirst(Pattern.quote(value.toString()), "");
        return rest.matches("(?s).*\\d.*")
                || Arrays.stream(settings.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .anyMatch(other -> !other.equals(name) && rest.contains(other));
    }

    /** Values at the ends of the range, beyond them, and texts that are no choice. */
    private static List<Object> extremes(RecordComponent component, Setting setting) {
        var type = component.getType();
        if (type == double.class) {
            return List.of(
                    Math.max(setting.min(), -1e300),
                    Math.min(setting.max(), 1e300),
                    setting.min() - 1,
                    setting.max() + 1,
                    Double.NaN);
        }
        if (type == int.class) {
            var low = (int) Math.max(setting.min(), Integer.MIN_VALUE);
            var high = (int) Math.min(setting.max(), Integer.MAX_VALUE);
            return List.of(
                    low, high, low == Integer.MIN_VALUE ? low : low - 1, high == Integer.MAX_VALUE ? high : high + 1);
        }
        if (type == long.class) {
            return List.of((long) setting.min(), (long) setting.max());
        }
        return type == String.class ? List.of("", "no such choice") : List.of();
    }

    private static boolean isLegal(RecordComponent component) {
        var type = component.getGenericType();
        if (type instanceof ParameterizedType list) {
            return list.getRawType() == List.class && ELEMENTS.contains(element(component));
        }
        return SINGLE.contains(type) || component.getType().isEnum();
    }

    private static Type element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : component.getGenericType();
    }
}
