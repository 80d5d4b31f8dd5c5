package org.repframework.engine.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A mistake found before anything ran.
 *
 * @param cause what is wrong, with the value, in one sentence without its full stop
 * @param suggestion a near name: what was probably meant
 * @param possible the names that would have been accepted; empty where that is not a list
 * @param todo what to do, in one sentence; empty where the cause says it
 * @param callers for a mistake inside a function or closure: the lines that called it, from the inside out
 * @param times how often it came up, in a loop for example
 */
public record Problem(
        Code code,
        Place place,
        String cause,
        Optional<String> suggestion,
        List<String> possible,
        String todo,
        List<Place> callers,
        int times)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::place).thenComparing(Problem::code).thenComparing(Problem::cause);

    public Problem {
        possible = List.copyOf(possible);
        callers = List.copyOf(callers);
    }

    public static Problem of(Code code, Place place, String cause) {
        return new Problem(code, place, cause, Optional.empty(), List.of(), "", List.of(), 1);
    }

    /** On the command line, in the installation or in the store. */
    public static Problem outside(Code code, String cause) {
        return of(code, Place.OUTSIDE, cause);
    }

    /** The same mistake where it means something else. */
    public Problem as(Code otherCode, String otherCause) {
        return new Problem(otherCode, place, otherCause, suggestion, possible, todo, callers, times);
    }

    public Problem at(Place where) {
        return new Problem(code, where, cause, suggestion, possible, todo, callers, times);
    }

    /** @param word what was written in place of one of the names */
    public Problem instead(String word, Collection<String> names) {
        var nearest = NearNames.nearest(word, names);
        return new Problem(code, place, cause, nearest, List.copyOf(names), todo, callers, times);
    }

    /** As {@link #instead}, where the names are too many to be told. */
    public Problem suggest(String word, Collection<String> names) {
        var nearest = NearNames.nearest(word, names);
        return new Problem(code, place, cause, nearest, possible, todo, callers, times);
    }

    public Problem todo(String sentence) {
        return new Problem(code, place, cause, suggestion, possible, sentence, callers, times);
    }

    public Problem calledFrom(List<Place> lines) {
        return new Problem(code, place, cause, suggestion, possible, todo, lines, times);
    }

    Problem times(int count) {
        return new Problem(code, place, cause, suggestion, possible, todo, callers, count);
    }

    public Severity severity() {
        return code.severity();
    }

    /** Cause and suggestion in one line. */
    public String message() {
        return cause
                + suggestion.map(name -> "; did you mean '" + name + "'?").orElse("")
                + (times > 1 ? " (" + times + " times)" : "");
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
