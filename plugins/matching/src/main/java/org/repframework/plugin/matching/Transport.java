package org.repframework.plugin.matching;

import java.util.Arrays;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;

/**
 * The transportation problem in which all rows supply the same and all columns demand the same, solved exactly in whole
 * numbers by cheapest augmenting paths with prices (J. Edmonds and R. M. Karp, "Theoretical improvements in algorithmic
 * efficiency for network flow problems", Journal of the ACM 19, 1972). Every row supplies q / g and every column demands
 * p / g, where g is the greatest common divisor of p and q. Among equally good plans it always finds the same one.
 *
 * <p>Throughout, {@code cost - rowPrice - columnPrice} is at least 0, and 0 where something is carried.
 */
final class Transport {

    private static final int NONE = -1;

    private final int rows;
    private final int columns;
    private final double[][] cost;
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[][] carried;
    private final int[] supply; // left in each row
    private final int[] demand; // left in each column

    // of the search
    private final double[] rowDistance;
    private final double[] columnDistance;
    private final boolean[] rowClosed;
    private final boolean[] columnClosed;
    private final int[] rowBefore; // the row from which a column is reached
    private final int[] columnBefore; // the column from which a row is reached; NONE where a path begins

    private Transport(Matrix weights) {
        rows = weights.rows();
        columns = weights.columns();
        cost = new double[rows][];
        rowPrice = new double[rows];
        for (var row = 0; row < rows; row++) {
            cost[row] = Arrays.stream(weights.rowAt(row)).map(weight -> -weight).toArray();
            rowPrice[row] = Arrays.stream(cost[row]).min().orElseThrow();
        }
        columnPrice = new double[columns];
        carried = new int[rows][columns];
        supply = new int[rows];
        Arrays.fill(supply, supply(weights));
        demand = new int[columns];
        Arrays.fill(demand, supply(weights.columns(), weights.rows()));
        rowDistance = new double[rows];
        columnDistance = new double[columns];
        rowClosed = new boolean[rows];
        columnClosed = new boolean[columns];
        rowBefore = new int[columns];
        columnBefore = new int[rows];
    }

    /** What each row supplies, q / g. */
    static int supply(Matrix weights) {
        return supply(weights.rows(), weights.columns());
    }

    private static int supply(int side, int other) {
        var divisor = side;
        for (var rest = other; rest != 0; ) {
            var next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return other / divisor;
    }

    /**
     * How much each row gives to each column, so that the sum of the entries, as often as they are carried, is as large
     * as can be.
     *
     * @param context asked for interruption
     */
    static int[][] ofLargestSum(Matrix weights, StageContext context) throws InterruptedException {
        var transport = new Transport(weights);
        for (var row = 0; row < transport.rows; row++) {
            while (transport.supply[row] > 0) {
                context.checkInterrupted();
                transport.carry(row);
            }
        }
        return transport.carried;
    }

    /** Carries as much as the cheapest path from a row to a column with demand allows. */
    private void carry(int start) {
        var end = search(start);
        var reached = columnDistance[end];
        for (var row = 0; row < rows; row++) {
            if (rowClosed[row]) {
                rowPrice[row] += reached - rowDistance[row];
            }
        }
        for (var column = 0; column < columns; column++) {
            if (columnClosed[column]) {
                columnPrice[column] -= reached - columnDistance[column];
            }
        }
        var amount = Math.min(supply[start], demand[end]);
        for (var row = rowBefore[end]; columnBefore[row] != NONE; row = rowBefore[columnBefore[row]]) {
            amount = Math.min(amount, carried[row][columnBefore[row]]);
        }
        supply[start] -= amount;
        demand[end] -= amount;
        for (var column = end; column != NONE; ) {
            var row = rowBefore[column];
            carried[row][column] += amount;
            column = columnBefore[row];
            if (column != NONE) {
                carried[row][column] -= amount;
            }
        }
    }

    /** Dijkstra's search; of equally near columns one with demand is preferred. */
    private int search(int start) {
        Arrays.fill(columnDistance, Double.POSITIVE_INFINITY);
        Arrays.fill(rowClosed, false);
        Arrays.fill(columnClosed, false);
        close(start, 0, NONE);
        while (true) {
            var nearest = NONE;
            for (var column = 0; column < columns; column++) {
                if (!columnClosed[column] && (nearest == NONE || nearer(column, nearest))) {
                    nearest = column;
                }
            }
            if (demand[nearest] > 0) {
                return nearest;
            }
            columnClosed[nearest] = true;
            for (var row = 0; row < rows; row++) {
                if (carried[row][nearest] > 0 && !rowClosed[row]) {
                    close(row, columnDistance[nearest], nearest);
                }
            }
        }
    }

    private boolean nearer(int column, int other) {
        return columnDistance[column] < columnDistance[other]
                || columnDistance[column] == columnDistance[other] && demand[column] > 0 && demand[other] == 0;
    }

    private void close(int row, double distance, int from) {
        rowClosed[row] = true;
        rowDistance[row] = distance;
        columnBefore[row] = from;
        var base = distance - rowPrice[row];
        for (var column = 0; column < columns; column++) {
            var candidate = base + cost[row][column] - columnPrice[column];
            if (candidate < columnDistance[column] && !columnClosed[column]) {
                columnDistance[column] = candidate;
                rowBefore[column] = row;
            }
        }
    }
}
