package org.repframework.engine.plan;

/**
 * A stretch of one line of a script.
 *
 * @param line from 1
 * @param column from 1; 0 where only the line is known
 * @param end column after the last character
 */
public record Place(int line, int column, int end) implements Comparable<Place> {

    /** Before the first line: a mistake outside the script, for example on the command line. */
    public static final Place OUTSIDE = new Place(0, 0, 0);

    @Override
    public int compareTo(Place other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
