package org.repframework.engine.plan;

import java.util.List;
import java.util.Map;
import org.repframework.engine.problem.Place;

/**
 * Where a call stands, argument by argument.
 *
 * @param whole the verb
 * @param positional each positional argument, the stage's name included
 * @param names the name of each named argument
 * @param values the value of each named argument
 */
public record Site(Place whole, List<Place> positional, Map<String, Place> names, Map<String, Place> values) {

    public Place argument(int index) {
        return index < positional.size() ? positional.get(index) : whole;
    }

    public Place name(String argument) {
        return names.getOrDefault(argument, whole);
    }

    public Place value(String argument) {
        return values.getOrDefault(argument, whole);
    }
}
