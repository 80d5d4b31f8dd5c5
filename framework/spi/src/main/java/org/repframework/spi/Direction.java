package org.repframework.spi;

/** Which way a measure grows. */
public enum Direction {
    /** The more alike the two sides are, the larger. */
    SIMILARITY,
    /** The more alike the two sides are, the smaller; 0 or the lowest value for equal sides. */
    DISTANCE
}
