package org.repframework.engine.plan;

/**
 * A mistake found before anything ran.
 *
 * @param message what is wrong, with the value, what was possible and what to do
 */
public record Problem(Place place, String message) implements Comparable<Problem> {

    @Override
    public int compareTo(Problem other) {
        var byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : message.compareTo(other.message);
    }
}
