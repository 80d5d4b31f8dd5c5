package org.repframework.engine.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;

/**
 * Values for parameters from outside the script.
 *
 * @param byName of the command line, then of the file
 * @param problems what is wrong with them whatever the workflow declares
 */
public record GivenParameters(Map<String, GivenParameter> byName, List<Problem> problems) {

    public static final GivenParameters NONE = new GivenParameters(Map.of(), List.of());

    public GivenParameters {
        problems = List.copyOf(problems);
    }

    /**
     * Values that were in force in another run.
     *
     * @param origin how a message names them
     */
    public static GivenParameters of(Map<String, Object> values, String origin, Path folder) {
        var byName = new LinkedHashMap<String, GivenParameter>();
        values.forEach((name, value) -> byName.put(name, new GivenParameter(name, value, false, origin, folder)));
        return new GivenParameters(byName, List.of());
    }

    /**
     * @param options what follows each {@code -P}: {@code epochs=3}
     * @param file of {@code --params}; what is also an option yields to it
     * @param current the current directory, from which paths in options count
     */
    public static GivenParameters read(List<String> options, Optional<Path> file, Path current) {
        var problems = new ArrayList<Problem>();
        var byName = new LinkedHashMap<String, GivenParameter>();
        for (var option : options) {
            var equals = option.indexOf('=');
            if (equals < 1) {
                problems.add(
                        Problem.outside(Code.MALFORMED_PARAMETER, "-P " + option + " gives no value to a parameter")
                                .todo("write it as -P name=value"));
                continue;
            }
            var name = option.substring(0, equals).strip();
            var given = new GivenParameter(name, option.substring(equals + 1), true, "-P " + option, current);
            var other = byName.putIfAbsent(name, given);
            if (other != null) {
                problems.add(Problem.outside(
                        Code.PARAMETER_GIVEN_TWICE,
                        "'" + name + "' is given twice: " + other.origin() + " and " + given.origin()));
            }
        }
        file.map(ParameterFile::read).ifPresent(read -> {
            problems.addAll(read.problems());
            read.byName().forEach(byName::putIfAbsent);
        });
        return new GivenParameters(byName, problems);
    }
}
