package org.repframework.engine.problem;

import java.util.Comparator;

/**
 * A stretch of a script.
 *
 * @param file relative to the folder of the workflow; empty outside of any script
 * @param line from 1; 0 outside of any script
 * @param column from 1; 0 where only the line is known
 * @param endLine line of the last character
 * @param endColumn column after the last character
 */
public record Place(String file, int line, int column, int endLine, int endColumn) implements Comparable<Place> {

    /** A mistake outside the script, for example on the command line. */
    public static final Place OUTSIDE = new Place("", 0, 0, 0, 0);

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::file)
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column)
            .thenComparingInt(Place::endLine)
            .thenComparingInt(Place::endColumn);

    /** A line of which no column is known. */
    public static Place ofLine(String file, int line) {
        return new Place(file, line, 0, line, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
