package org.repframework.engine.plan;

import java.nio.file.Path;
import java.util.List;
import org.repframework.engine.settings.SettingKind;
import org.repframework.engine.settings.SettingSpec;

/**
 * A value for a parameter from outside the script.
 *
 * @param value from the command line a text; from a file what YAML reads: a scalar or a list of scalars
 * @param isText whether the value was written as a text whatever the parameter's type
 * @param origin how a message names it: {@code -P epochs=3} or {@code study.yaml:2}
 * @param folder from which a relative path in it counts
 */
public record GivenParameter(String name, Object value, boolean isText, String origin, Path folder) {

    /** The value in the form in which a setting of the parameter's type is given. */
    Object as(SettingSpec spec) {
        return isText && spec.isList() ? split(value.toString()) : value;
    }

    /** Whether YAML gave a number or a truth value for a text, or the other way round, which a setting would convert. */
    boolean isOfAnotherType(SettingSpec spec) {
        return !isText && elements().stream().anyMatch(one -> one instanceof String != isText(spec.kind()));
    }

    private List<?> elements() {
        return value instanceof List<?> several ? several : List.of(value);
    }

    private static boolean isText(SettingKind kind) {
        return kind == SettingKind.TEXT || kind == SettingKind.PATH;
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
    }
}
