package org.repframework.report.figure;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The units along one edge of a heat map.
 *
 * @param label what is written beside the edge
 * @param order which row or column of the matrix stands first, second, ...; one may stand several times
 * @param unitsX of the matrix's rows or columns so many are units of x, the others units of y
 * @param first what is marked on the first
 */
public record Units(String label, int[] order, int unitsX, int first) {

    public Units(String label, int[] order, int unitsX) {
        this(label, order, unitsX, 0);
    }

    /** An edge that counts from a number, not units. */
    public static Units counted(String label, int first, int count) {
        return new Units(label, naturalOrder(count), Integer.MAX_VALUE, first);
    }

    public static Units ofX(String label, int[] order) {
        return new Units(label, order, Integer.MAX_VALUE);
    }

    public static Units ofY(String label, int[] order) {
        return new Units(label, order, 0);
    }

    /** 0, 1, 2, ... */
    public static int[] naturalOrder(int count) {
        return IntStream.range(0, count).toArray();
    }

    /** Each unit's layer and number: {@code x12}. */
    String json() {
        return IntStream.of(order)
                .mapToObj(unit -> unit < unitsX ? "\"x" + unit + "\"" : "\"y" + (unit - unitsX) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    int count() {
        return order.length;
    }

    int at(int place) {
        return order[place];
    }
}
