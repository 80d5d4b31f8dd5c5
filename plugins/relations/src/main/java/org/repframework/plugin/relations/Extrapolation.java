package org.repframework.plugin.relations;

import java.util.Arrays;

/**
 * Where a slowly converging iteration is heading: the combination of its last iterates whose steps cancel best, with
 * coefficients that sum to 1 (Anderson's extrapolation: Q. Bertrand and M. Massias, "Anderson acceleration of coordinate
 * descent", AISTATS 2021, algorithm 1).
 */
final class Extrapolation {

    /** One more than the steps that are combined. */
    static final int ITERATES = 6;

    private Extrapolation() {}

    /**
     * The coefficients of the last {@code ITERATES - 1} iterates.
     *
     * @param iterates oldest first
     * @return null if the steps are linearly dependent
     */
    static double[] coefficients(double[][] iterates) {
        var steps = iterates.length - 1;
        var products = new double[steps][steps + 1];
        for (var i = 0; i < steps; i++) {
            for (var j = 0; j <= i; j++) {
                var sum = 0.0;
                for (var at = 0; at < iterates[i].length; at++) {
                    sum += (iterates[i + 1][at] - iterates[i][at]) * (iterates[j + 1][at] - iterates[j][at]);
                }
                products[i][j] = sum;
                products[j][i] = sum;
            }
            products[i][steps] = 1;
        }
        var solution = solved(products);
        if (solution == null) {
            return null;
        }
        var sum = Arrays.stream(solution).sum();
        return Arrays.stream(solution).map(value -> value / sum).toArray();
    }

    /** By Gaussian elimination with pivots; the last column is the right side. */
    private static double[] solved(double[][] rows) {
        var count = rows.length;
        for (var column = 0; column < count; column++) {
            var pivot = column;
            for (var row = column + 1; row < count; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            var exchanged = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = exchanged;
            if (exchanged[column] == 0) {
                return null;
            }
            for (var row = 0; row < count; row++) {
                if (row != column) {
                    var factor = rows[row][column] / rows[column][column];
                    for (var at = column; at <= count; at++) {
                        rows[row][at] -= factor * rows[column][at];
                    }
                }
            }
        }
        var solution = new double[count];
        for (var row = 0; row < count; row++) {
            solution[row] = rows[row][count] / rows[row][row];
        }
        return solution;
    }
}
