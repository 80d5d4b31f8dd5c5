package org.repframework.spi;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable sequence of ints, for example the labels of a data set. */
public final class IntVector {

    private final int[] values;

    private IntVector(int[] values) {
        this.values = values;
    }

    /** Copied. */
    public static IntVector of(int... values) {
        return new IntVector(values.clone());
    }

    public int size() {
        return values.length;
    }

    public int at(int index) {
        return values[index];
    }

    public IntStream stream() {
        return Arrays.stream(values);
    }

    /** A copy. */
    public int[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntVector that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " ints";
    }
}
