package org.repframework.engine.store;

import java.util.List;

/**
 * How far a task was at some moments of its computation: what was measured, no part of its key or its result.
 *
 * @param unit what it counted, for example images; empty: nothing
 * @param total how much it was to count
 * @param marks in the order of time; of a task that went on after an interruption, those after it
 */
public record Pace(String unit, long total, List<Mark> marks) {

    public static final Pace UNKNOWN = new Pace("", 0, List.of());

    /** @param seconds since the task began, or went on */
    public record Mark(long done, double seconds) {}

    public Pace {
        marks = List.copyOf(marks);
    }

    /** Units a second between two marks; NaN if one of them was not made. */
    public double speed(long from, long to) {
        return (to - from) / (seconds(to) - seconds(from));
    }

    private double seconds(long done) {
        return marks.stream()
                .filter(mark -> mark.done() == done)
                .mapToDouble(Mark::seconds)
                .findFirst()
                .orElse(Double.NaN);
    }
}
