package org.repframework.plugin.matching;

import java.util.Arrays;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;

/**
 * The linear assignment problem, solved exactly: R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for
 * dense and sparse linear assignment problems", Computing 38 (1987), from the augmenting row reduction on; for unequal
 * sides D. F. Crouse, "On implementing 2D rectangular assignment algorithms", IEEE Transactions on Aerospace and
 * Electronic Systems 52 (2016). Among equally good assignments it always finds the same one.
 *
 * <p>Throughout, an assigned row has its column where {@code cost - price} is smallest, the price of a free column is 0
 * and of any column at most 0. Rows bid for columns first, which settles most of them; each row left over gets a column
 * along the cheapest path that alternates between free and assigned entries.
 */
final class Assignment {

    /** No partner. */
    static final int NONE = -1;

    /** How often all rows that have no column may bid. */
    private static final int ROUNDS = 4;

    /** Rows that displace each other from a few columns lower the prices by ever less; paths end that sooner. */
    private static final int BIDS_PER_ROW = 8;

    private final int rows;
    private final int columns; // at least as many as rows
    private final double[] cost; // row by row
    private final double[] price; // of each column
    private final int[] columnOf; // of each row
    private final int[] rowOf; // of each column
    private final StageContext context;

    // of the search from one row
    private final double[] distance; // to each column
    private final double[] nearness; // the distance to an open column; infinite once it is closed
    private final double[] openPrice; // the price of an open column; minus infinity once it is closed
    private final int[] previous; // the row from which each column is reached
    private final int[] closed; // the columns whose distance is final

    private Assignment(int rows, int columns, double[] cost, StageContext context) {
        this.rows = rows;
        this.columns = columns;
        this.cost = cost;
        this.context = context;
        price = new double[columns];
        columnOf = filled(rows);
        rowOf = filled(columns);
        distance = new double[columns];
        nearness = new double[columns];
        openPrice = new double[columns];
        previous = new int[columns];
        closed = new int[columns];
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
        var assignment = new Assignment(sided.rows(), sided.columns(), cost, context);
        assignment.solve();
        return wide ? assignment.columnOf : assignment.rowOf;
    }

    private static int[] filled(int size) {
        var none = new int[size];
        Arrays.fill(none, NONE);
        return none;
    }

    private void solve() throws InterruptedException {
        if (columns == 1) {
            assign(0, 0);
            return;
        }
        var free = new int[rows];
        Arrays.setAll(free, row -> row);
        var count = rows;
        for (var round = 0; round < ROUNDS && count > 0; round++) {
            count = bid(free, count);
        }
        for (var i = 0; i < count; i++) {
            context.checkInterrupted();
            augment(free[i]);
        }
    }

    /**
     * Augmenting row reduction: each free row takes its cheapest column and lowers the price to where the second
     * cheapest would do as well; the row that had the column bids next.
     *
     * @param free the rows without a column, then those still without one
     * @return how many are still without one
     */
    private int bid(int[] free, int count) throws InterruptedException {
        var left = 0;
        var bids = 0;
        for (var next = 0; next < count; ) {
            if (bids++ % 64 == 0) {
                context.checkInterrupted();
            }
            var row = free[next++];
            var offset = row * columns;
            var first = NONE;
            var second = NONE;
            var smallest = Double.POSITIVE_INFINITY;
            var following = Double.POSITIVE_INFINITY;
            for (var column = 0; column < columns; column++) {
                var reduced = cost[offset + column] - price[column];
                if (reduced < following) {
                    if (reduced < smallest) {
                        following = smallest;
                        second = first;
                        smallest = reduced;
                        first = column;
                    } else {
                        following = reduced;
                        second = column;
                    }
                }
            }
            var lowered = price[first] - (following - smallest);
            var cheaper = lowered < price[first];
            if (cheaper) {
                price[first] = lowered;
            }
            var chosen = smallest == following && rowOf[first] != NONE ? second : first;
            var displaced = rowOf[chosen];
            assign(row, chosen);
            if (displaced != NONE) {
                columnOf[displaced] = NONE;
                if (cheaper && bids < BIDS_PER_ROW * rows) {
                    free[--next] = displaced;
                } else {
                    free[left++] = displaced;
                }
            }
        }
        return left;
    }

    /** Dijkstra's search from a row to the nearest free column; then prices and assignments along its path change. */
    private void augment(int start) {
        Arrays.fill(nearness, Double.POSITIVE_INFINITY);
        System.arraycopy(price, 0, openPrice, 0, columns);
        var count = 0;
        var row = start;
        var base = 0.0; // what a path to the row costs, less the row's own price
        var column = NONE;
        while (true) {
            column = nearest(row, base);
            var reached = nearness[column];
            distance[column] = reached;
            row = rowOf[column];
            if (row == NONE) {
                for (var i = 0; i < count; i++) {
                    price[closed[i]] += distance[closed[i]] - reached;
                }
                break;
            }
            closed[count++] = column;
            base = reached - (cost[row * columns + column] - price[column]);
            nearness[column] = Double.POSITIVE_INFINITY;
            openPrice[column] = Double.NEGATIVE_INFINITY;
        }
        for (var end = false; !end; ) {
            var giver = previous[column];
            end = giver == start;
            var next = columnOf[giver];
            assign(giver, column);
            column = next;
        }
    }

    /** Looks from a row at the open columns; a free column is preferred among equally near ones. */
    private int nearest(int row, double base) {
        var offset = row * columns;
        var nearest = NONE;
        var smallest = Double.POSITIVE_INFINITY;
        for (var column = 0; column < columns; column++) {
            var candidate = base + (cost[offset + column] - openPrice[column]);
            var near = nearness[column];
            if (candidate < near) {
                near = candidate;
                nearness[column] = candidate;
                previous[column] = row;
            }
            if (near <= smallest
                    && (near < smallest || nearest != NONE && rowOf[nearest] != NONE && rowOf[column] == NONE)) {
                smallest = near;
                nearest = column;
            }
        }
        return nearest;
    }

    private void assign(int row, int column) {
        columnOf[row] = column;
        rowOf[column] = row;
    }
}
