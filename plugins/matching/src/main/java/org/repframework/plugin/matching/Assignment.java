package org.repframework.plugin.matching;

import java.util.Arrays;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;

/**
 * The linear assignment problem, solved exactly by shortest augmenting paths in O(rows² columns): R. Jonker and A.
 * Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38
 * (1987); for unequal sides D. F. Crouse, "On implementing 2D rectangular assignment algorithms", IEEE Transactions on
 * Aerospace and Electronic Systems 52 (2016). Among equally good assignments it always finds the same one.
 *
 * <p>Throughout, the reduced cost {@code cost - rowPrice - columnPrice} is at least 0, and 0 where assigned; the price
 * of a free column is 0 and of any column at most 0. Each row without a column gets one along the cheapest path that
 * alternates between free and assigned entries.
 */
final class Assignment {

    /** No partner. */
    static final int NONE = -1;

    private final int rows;
    private final int columns; // at least as many as rows
    private final double[] cost; // row by row
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] columnOf; // of each row
    private final int[] rowOf; // of each column

    // of the search from one row
    private final double[] distance; // to each column
    private final int[] previous; // the row from which each column is reached
    private final int[] open; // the columns whose distance is not final: the first openCount
    private int openCount;

    private Assignment(int rows, int columns, double[] cost) {
        this.rows = rows;
        this.columns = columns;
        this.cost = cost;
        rowPrice = new double[rows];
        columnPrice = new double[columns];
        columnOf = filled(rows);
        rowOf = filled(columns);
        distance = new double[columns];
        previous = new int[columns];
        open = new int[columns];
    }

    /**
     * The column assigned to each row, each column at most once, so that the sum of the entries is as large as can be;
     * {@link #NONE} for the rows left over where there are more rows than columns.
     *
     * @param context asked for interruption
     */
    static int[] ofLargestSum(Matrix weights, StageContext context) throws InterruptedException {
        var wide = weights.rows() <= weights.columns();
        var sided = wide ? weights : weights.transposed();
        var cost = sided.toArray();
        for (var i = 0; i < cost.length; i++) {
            if (!Double.isFinite(cost[i])) {
                throw new IllegalArgumentException("an entry of the " + weights + " is " + cost[i]);
            }
            cost[i] = -cost[i];
        }
        var assignment = new Assignment(sided.rows(), sided.columns(), cost);
        assignment.begin();
        for (var row = 0; row < assignment.rows; row++) {
            if (assignment.columnOf[row] == NONE) {
                context.checkInterrupted();
                assignment.augment(row);
            }
        }
        return wide ? assignment.columnOf : assignment.rowOf;
    }

    private static int[] filled(int size) {
        var none = new int[size];
        Arrays.fill(none, NONE);
        return none;
    }

    /** Gives each row its cheapest column where that is still free, which settles most rows of an easy problem. */
    private void begin() {
        for (var row = 0; row < rows; row++) {
            var cheapest = 0;
            for (var column = 1; column < columns; column++) {
                if (cost[row * columns + column] < cost[row * columns + cheapest]) {
                    cheapest = column;
                }
            }
            rowPrice[row] = cost[row * columns + cheapest];
            if (rowOf[cheapest] == NONE) {
                assign(row, cheapest);
            }
        }
    }

    /** Dijkstra's search from a row to the nearest free column; then prices and assignments along its path change. */
    private void augment(int start) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.setAll(open, column -> column);
        openCount = columns;
        var row = start;
        var reached = 0.0;
        var column = NONE;
        while (row != NONE) {
            column = closeNearest(row, reached);
            reached = distance[column];
            row = rowOf[column];
        }
        reprice(start, reached);
        for (var end = false; !end; ) {
            var giver = previous[column];
            end = giver == start;
            var next = columnOf[giver];
            assign(giver, column);
            column = next;
        }
    }

    /** Looks from a row whose own distance is {@code reached}; a free column is preferred among equally near ones. */
    private int closeNearest(int row, double reached) {
        var base = reached - rowPrice[row];
        var nearest = 0;
        var smallest = Double.POSITIVE_INFINITY;
        for (var i = 0; i < openCount; i++) {
            var column = open[i];
            var candidate = base + cost[row * columns + column] - columnPrice[column];
            if (candidate < distance[column]) {
                distance[column] = candidate;
                previous[column] = row;
            }
            if (distance[column] < smallest || distance[column] == smallest && rowOf[column] == NONE) {
                smallest = distance[column];
                nearest = i;
            }
        }
        var column = open[nearest];
        open[nearest] = open[--openCount]; // the closed columns are the last ones
        open[openCount] = column;
        return column;
    }

    private void reprice(int start, double reached) {
        rowPrice[start] += reached;
        for (var i = openCount; i < columns; i++) {
            var column = open[i];
            var gain = reached - distance[column];
            columnPrice[column] -= gain;
            if (rowOf[column] != NONE) {
                rowPrice[rowOf[column]] += gain;
            }
        }
    }

    private void assign(int row, int column) {
        columnOf[row] = column;
        rowOf[column] = row;
    }
}
