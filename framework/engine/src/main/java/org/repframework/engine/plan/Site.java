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
public record Site(Place whole, List<Written> positional, Map<String, Place> names, Map<String, Written> values) {

    /**
     * An argument.
     *
     * @param elements of an argument that is written as a list
     */
    public record Written(Place place, List<Place> elements) {

        /** The element with this value among the given ones; the argument as a whole if that cannot be told. */
        private Place element(Object value, Object given) {
            var index = given instanceof List<?> list && list.size() == elements.size() ? list.indexOf(value) : -1;
            return index < 0 ? place : elements.get(index);
        }
    }

    public Place argument(int index) {
        return index < positional.size() ? positional.get(index).place() : whole;
    }

    /** Of an argument that may be a list the element with this value. */
    public Place argument(int index, Object value, Object given) {
        return index < positional.size() ? positional.get(index).element(value, given) : whole;
    }

    public Place name(String argument) {
        return names.getOrDefault(argument, whole);
    }

    public Place value(String argument) {
        return values.containsKey(argument) ? values.get(argument).place() : whole;
    }

    /** Of a named argument that may be a list the element with this value. */
    public Place value(String argument, Object value, Object given) {
        return values.containsKey(argument) ? values.get(argument).element(value, given) : whole;
    }
}
