package org.repframework.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a metric or matcher promises of its result, with its default settings: {@code rep-framework stages NAME} shows
 * it, and the testkit holds it on random data. What is not declared may hold all the same.
 *
 * <p>Of a matrix of units and of a matching, {@link Trait#SYMMETRIC} says that exchanged sides give the transposed
 * matrix and the reversed pairs, {@link Trait#PERMUTATION} that rows, columns and pairs follow their units, and the range
 * is that of every entry.
 *
 * @param declared as the author gave them; stronger ones imply weaker ones ({@link #hold})
 * @param lowest the smallest value that the result can take
 * @param highest the largest
 */
public record Traits(Set<Trait> declared, double lowest, double highest) {

    /** Nothing is promised. */
    public static final Traits NONE = of();

    public Traits {
        var ordered = EnumSet.noneOf(Trait.class);
        ordered.addAll(declared);
        declared = Collections.unmodifiableSet(ordered);
        if (!(lowest < highest)) {
            throw new IllegalArgumentException("no range: " + lowest + " to " + highest);
        }
    }

    public static Traits of(Trait... declared) {
        return new Traits(Set.of(declared), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same with a range, both ends included. */
    public Traits between(double lowest, double highest) {
        return new Traits(declared, lowest, highest);
    }

    /** Whether a trait is declared or follows from one that is. */
    public boolean hold(Trait trait) {
        return declared.stream().anyMatch(one -> one.implies(trait));
    }

    public static Traits of(Stage<?> stage) {
        if (stage instanceof CorrelationMetric<?> metric) {
            return metric.traits();
        }
        return stage instanceof Matcher<?> matcher ? matcher.traits() : NONE;
    }

    /**
     * In words, for example {@code symmetric in its two sides}, {@code invariant to translation, invertible linear
     * maps} and {@code 0 to 1}; empty if nothing is promised.
     */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        if (hold(Trait.SYMMETRIC)) {
            lines.add(Trait.SYMMETRIC.title());
        }
        var invariances = declared.stream()
                .filter(trait -> trait != Trait.SYMMETRIC)
                .map(Trait::title)
                .collect(Collectors.joining(", "));
        if (!invariances.isEmpty()) {
            lines.add("invariant to " + invariances);
        }
        if (lowest > Double.NEGATIVE_INFINITY || highest < Double.POSITIVE_INFINITY) {
            lines.add(range());
        }
        return List.copyOf(lines);
    }

    private String range() {
        if (highest == Double.POSITIVE_INFINITY) {
            return "at least " + number(lowest);
        }
        return lowest == Double.NEGATIVE_INFINITY
                ? "at most " + number(highest)
                : number(lowest) + " to " + number(highest);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
