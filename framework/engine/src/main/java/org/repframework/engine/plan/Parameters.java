package org.repframework.engine.plan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.repframework.engine.plan.Handle.Poison;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.settings.SettingKind;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.engine.settings.WrongSetting;

/** The parameters of a workflow: what {@code param} declares, and what is given from outside. */
public final class Parameters {

    private final GivenParameters given;
    private final Path scriptFolder;
    private final Consumer<Problem> problems;
    private final Map<String, Parameter> declared = new LinkedHashMap<>();

    /** @param scriptFolder from which relative paths in defaults count */
    Parameters(GivenParameters given, Path scriptFolder, Consumer<Problem> problems) {
        this.given = given;
        this.scriptFolder = scriptFolder;
        this.problems = problems;
        given.problems().forEach(problems);
    }

    /** The declared ones, in the script's order. */
    public List<Parameter> declared() {
        return List.copyOf(declared.values());
    }

    /** One call of {@code param}: the value in force; a poison if nothing is known of it. */
    public Object declare(List<Object> arguments, Map<String, Object> named, Site site) {
        var declaration = new ParameterDeclaration(arguments, named, site, problems);
        if (declaration.spec().isEmpty()) {
            return new Poison();
        }
        var spec = declaration.spec().get();
        var fallback = inForce(spec, declaration.defaultValue(), scriptFolder);
        if (declared.containsKey(spec.name())) {
            problems.accept(Problem.of(
                    Code.PARAMETER_TWICE, site.argument(0), "the parameter '" + spec.name() + "' is declared twice"));
            return fallback;
        }
        var isGiven = given.byName().containsKey(spec.name());
        var value = isGiven ? given(spec, declaration.defaultValue(), fallback, site.argument(0)) : fallback;
        declared.put(spec.name(), new Parameter(spec, declaration.defaultValue(), value, isGiven));
        return value;
    }

    /** What is given for no parameter. */
    void refuseUndeclared() {
        given.byName().values().stream()
                .filter(one -> !declared.containsKey(one.name()))
                .forEach(one -> problems.accept(Problem.outside(
                                Code.UNKNOWN_PARAMETER,
                                one.origin() + ": the workflow has no parameter '" + one.name() + "'"
                                        + (declared.isEmpty() ? "; it has none" : ""))
                        .instead(one.name(), declared.keySet())));
    }

    private Object given(SettingSpec spec, Object defaultValue, Object fallback, Place place) {
        var one = given.byName().get(spec.name());
        try {
            if (one.isOfAnotherType(spec)) {
                throw spec.wrongType(one.value());
            }
            return inForce(spec, ParameterType.like(defaultValue, spec.bind(one.as(spec))), one.folder());
        } catch (WrongSetting wrong) {
            var problem = wrong.problem();
            problems.accept(problem.as(code(problem.code()), one.origin() + ": " + problem.cause())
                    .at(place));
            return fallback;
        }
    }

    /** A relative path is made absolute; an empty one stays empty, which is false in Groovy. */
    private static Object inForce(SettingSpec spec, Object value, Path folder) {
        if (spec.kind() != SettingKind.PATH) {
            return value;
        }
        if (value instanceof List<?> several) {
            return several.stream().map(one -> inForce(spec, one, folder)).toList();
        }
        var text = value.toString();
        return text.isEmpty() ? text : folder.resolve(text).normalize().toString();
    }

    private static Code code(Code ofSetting) {
        return switch (ofSetting) {
            case OUT_OF_RANGE -> Code.PARAMETER_OUT_OF_RANGE;
            case NOT_A_CHOICE -> Code.PARAMETER_NOT_A_CHOICE;
            default -> Code.WRONG_PARAMETER;
        };
    }
}
