package org.repframework.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.repframework.engine.plan.Handle.Poison;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.settings.SettingKind;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.engine.settings.WrongSetting;

/** One call of {@code param('epochs', 10, 'passes over the images', min: 1, max: 1000)}; says all that is wrong with it. */
final class ParameterDeclaration {

    /** What may be said of a parameter by name. */
    static final List<String> NAMED = List.of("min", "max", "choices", "path");

    private static final String USAGE =
            "write it like param('epochs', 10, 'passes over the images', min: 1, max: 1000)";
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

    private final List<Object> arguments;
    private final Map<String, Object> named;
    private final Site site;
    private final Consumer<Problem> problems;
    private final Optional<SettingSpec> spec;

    ParameterDeclaration(List<Object> arguments, Map<String, Object> named, Site site, Consumer<Problem> problems) {
        this.arguments = arguments;
        this.named = named;
        this.site = site;
        this.problems = problems;
        this.spec = isWhole() ? read() : Optional.empty();
    }

    /** Empty if there is no name or no default to go on with. */
    Optional<SettingSpec> spec() {
        return spec;
    }

    Object defaultValue() {
        return arguments.get(1);
    }

    private String name() {
        return arguments.get(0).toString();
    }

    private boolean isWhole() {
        if (arguments.stream().anyMatch(Poison.class::isInstance)) {
            return false;
        }
        if (arguments.size() < 2 || arguments.size() > 3) {
            var count = arguments.size() == 1 ? "one argument" : arguments.size() + " arguments";
            refuse(site.whole(), "param takes a name, a default and a description, this is " + count);
            return false;
        }
        if (!(arguments.get(0) instanceof String)) {
            refuse(site.argument(0), "param begins with a name, a text in quotes");
            return false;
        }
        return true;
    }

    private Optional<SettingSpec> read() {
        if (!NAME.matcher(name()).matches()) {
            refuse(
                    site.argument(0),
                    "'" + name() + "' is no name for a parameter: it takes letters, digits and _, a letter first");
        }
        if (arguments.size() == 3 && !(arguments.get(2) instanceof String)) {
            refuse(site.argument(2), "the description of '" + name() + "' must be a text in quotes");
        }
        for (var one : named.keySet()) {
            if (!NAMED.contains(one)) {
                problems.accept(Problem.of(Code.WRONG_PARAM, site.name(one), "param has no '" + one + "'")
                        .instead(one, NAMED));
            }
        }
        var type = ParameterType.of(defaultValue());
        if (type.isEmpty()) {
            problems.accept(Problem.of(
                            Code.WRONG_DEFAULT,
                            site.argument(1),
                            "the default of '" + name() + "' is " + Complaints.typeOf(defaultValue()))
                    .todo("give a text, a number, true or false, or a list of one of these"));
            return Optional.empty();
        }
        var declared = spec(type.get());
        checkDefault(declared);
        return Optional.of(declared);
    }

    private SettingSpec spec(ParameterType type) {
        var kind = isPath(type.kind()) ? SettingKind.PATH : type.kind();
        var min = bound("min", kind, Double.NEGATIVE_INFINITY);
        var max = bound("max", kind, Double.POSITIVE_INFINITY);
        if (min > max) {
            refuse(site.value("min"), "min of '" + name() + "' is above its max");
            min = Double.NEGATIVE_INFINITY;
            max = Double.POSITIVE_INFINITY;
        }
        var description = arguments.size() == 3 ? arguments.get(2).toString() : "";
        var fallback = Optional.of(defaultValue().toString());
        var free = new SettingSpec(name(), kind, type.isList(), description, fallback, min, max, List.of());
        return new SettingSpec(
                name(),
                kind,
                type.isList(),
                description,
                fallback,
                min,
                max,
                named.containsKey("choices") ? choices(free) : List.of());
    }

    private void checkDefault(SettingSpec declared) {
        try {
            declared.bind(defaultValue());
        } catch (WrongSetting wrong) {
            problems.accept(wrong.problem()
                    .as(
                            Code.WRONG_DEFAULT,
                            "a wrong default: " + wrong.problem().cause())
                    .at(site.argument(1)));
        }
    }

    private boolean isPath(SettingKind kind) {
        var path = named.getOrDefault("path", false);
        if (!(path instanceof Boolean)) {
            refuse(
                    site.value("path"),
                    "path of '" + name() + "' must be true or false, this is " + Complaints.typeOf(path));
        } else if (path.equals(true) && kind != SettingKind.TEXT) {
            refuse(site.value("path"), "'" + name() + "' is a " + kind.title() + " and cannot be a path");
        }
        return path.equals(true) && kind == SettingKind.TEXT;
    }

    private double bound(String which, SettingKind kind, double none) {
        if (!named.containsKey(which)) {
            return none;
        }
        if (!kind.isNumber()) {
            refuse(site.name(which), "'" + name() + "' is a " + kind.title() + " and has no " + which);
            return none;
        }
        if (named.get(which) instanceof Number number) {
            return number.doubleValue();
        }
        refuse(
                site.value(which),
                which + " of '" + name() + "' must be a number, this is " + Complaints.typeOf(named.get(which)));
        return none;
    }

    /** As texts, each in the form that {@link SettingSpec} compares. */
    private List<String> choices(SettingSpec free) {
        if (free.kind() == SettingKind.PATH || named.containsKey("min") || named.containsKey("max")) {
            refuse(
                    site.name("choices"),
                    "'" + name() + "' has choices beside " + (free.kind() == SettingKind.PATH ? "path" : "a range"));
        }
        if (!(named.get("choices") instanceof List<?> several) || several.isEmpty()) {
            refuse(site.value("choices"), "choices of '" + name() + "' must be a list of what is possible");
            return List.of();
        }
        var choices = new ArrayList<String>();
        var one = new SettingSpec(name(), free.kind(), false, "", Optional.empty(), free.min(), free.max(), List.of());
        for (var choice : several) {
            try {
                choices.add(one.bind(choice).toString());
            } catch (WrongSetting wrong) {
                refuse(
                        site.value("choices"),
                        "a wrong choice: " + wrong.problem().cause());
            }
        }
        return choices;
    }

    private void refuse(Place place, String cause) {
        problems.accept(Problem.of(Code.WRONG_PARAM, place, cause).todo(USAGE));
    }
}
