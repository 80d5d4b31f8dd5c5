package org.repframework.plugin.subspacematch;

import java.util.Arrays;

/**
 * The space that some vectors, the members, span, and how far from it other ones, the targets, are. All are known by
 * their inner products alone and have length 1. Held are the coordinates of all in an orthonormal basis of the space,
 * in which the first members, as many as its rank, are upper triangular: a pivoted Cholesky factor. When a member
 * leaves, rotations make the rest triangular again, which is as exact as a new factor (G. H. Golub and C. F. Van Loan,
 * "Matrix Computations", 4th edition, 6.5.2).
 *
 * <p>A member within {@link #TOLERANCE} of the others' span, as a square, adds no direction to it: from moments that is
 * rounding noise.
 */
final class Span {

    /** Of squared distances of vectors of length 1. */
    static final double TOLERANCE = 1e-12;

    private final double[][] inner;
    private final double[][] cross;
    private int[] members; // the first rank of them are triangular, the first memberCount are in
    private int memberCount;
    private final int[] targets; // the first targetCount are in
    private int targetCount;
    private int rank;
    private double[][] ofMembers; // coordinates: rank x members
    private double[][] ofTargets; // coordinates: rank x targets
    private final double[] distance; // of each target, squared

    /**
     * @param inner products of members with each other, whatever their number
     * @param cross products of members (rows) with targets (columns)
     * @param members rows and columns of {@code inner}, rows of {@code cross}
     * @param targets columns of {@code cross}
     */
    Span(double[][] inner, double[][] cross, int[] members, int[] targets) {
        this.inner = inner;
        this.cross = cross;
        this.targets = targets.clone();
        targetCount = targets.length;
        distance = new double[targets.length];
        factor(members.clone());
    }

    int rank() {
        return rank;
    }

    /** The squared distance of a target from the space, by its place among those given. */
    double distance(int place) {
        return distance[place];
    }

    /** The targets still in, ascending. */
    int[] targets() {
        var in = Arrays.copyOf(targets, targetCount);
        Arrays.sort(in);
        return in;
    }

    /** Lets the targets go whose squared distance is above a limit, and tells which. */
    int[] dropTargetsBeyond(double limit) {
        var far = new int[targetCount];
        var count = 0;
        for (var place = targetCount - 1; place >= 0; place--) {
            if (distance[place] > limit) {
                far[count++] = targets[place];
                targetCount--;
                targets[place] = targets[targetCount];
                distance[place] = distance[targetCount];
                for (var row = 0; row < rank; row++) {
                    ofTargets[row][place] = ofTargets[row][targetCount];
                }
            }
        }
        return Arrays.copyOf(far, count);
    }

    /** Takes members away: one after the other, or by a new factor where that is less work. */
    void dropMembers(int[] leaving) {
        var staying = memberCount - leaving.length;
        if ((long) leaving.length * memberCount <= (long) staying * staying) {
            for (var member : leaving) {
                drop(member);
            }
            return;
        }
        var gone = leaving.clone();
        Arrays.sort(gone);
        factor(Arrays.stream(members, 0, memberCount)
                .filter(member -> Arrays.binarySearch(gone, member) < 0)
                .toArray());
    }

    /** Row by row, each time for the member that is farthest from the span of those before. */
    private void factor(int[] of) {
        members = of;
        memberCount = of.length;
        ofMembers = new double[memberCount][];
        ofTargets = new double[memberCount][];
        Arrays.fill(distance, 0, targetCount, 1);
        var left = new double[memberCount]; // squared distances of the members
        Arrays.fill(left, 1);
        for (rank = 0; rank < memberCount; rank++) {
            var farthest = rank;
            for (var place = rank + 1; place < memberCount; place++) {
                farthest = left[place] > left[farthest] ? place : farthest;
            }
            if (left[farthest] <= TOLERANCE) {
                return;
            }
            swapMembers(rank, farthest);
            var swapped = left[rank];
            left[rank] = left[farthest];
            left[farthest] = swapped;
            ofMembers[rank] = row(inner[members[rank]], members, memberCount, ofMembers);
            ofTargets[rank] = row(cross[members[rank]], targets, targetCount, ofTargets);
            var scale = 1 / Math.sqrt(left[rank]);
            subtractSquares(scaled(ofMembers[rank], scale), left, memberCount);
            subtractSquares(scaled(ofTargets[rank], scale), distance, targetCount);
        }
    }

    /** The products with one member less what the rows so far explain of them. */
    private double[] row(double[] products, int[] columns, int count, double[][] rows) {
        var row = new double[count];
        for (var place = 0; place < count; place++) {
            row[place] = products[columns[place]];
        }
        var before = 0;
        for (; before + 4 <= rank; before += 4) { // four at a time: the row stays in registers
            subtract(
                    row,
                    count,
                    ofMembers[before][rank],
                    rows[before],
                    ofMembers[before + 1][rank],
                    rows[before + 1],
                    ofMembers[before + 2][rank],
                    rows[before + 2],
                    ofMembers[before + 3][rank],
                    rows[before + 3]);
        }
        for (; before < rank; before++) {
            var factor = ofMembers[before][rank];
            for (var place = 0; place < count; place++) {
                row[place] -= factor * rows[before][place];
            }
        }
        return row;
    }

    private static void subtract(
            double[] row,
            int count,
            double a,
            double[] rowA,
            double b,
            double[] rowB,
            double c,
            double[] rowC,
            double d,
            double[] rowD) {
        for (var place = 0; place < count; place++) {
            row[place] -= a * rowA[place] + b * rowB[place] + (c * rowC[place] + d * rowD[place]);
        }
    }

    private static double[] scaled(double[] row, double factor) {
        for (var place = 0; place < row.length; place++) {
            row[place] *= factor;
        }
        return row;
    }

    private static void subtractSquares(double[] row, double[] from, int count) {
        for (var place = 0; place < count; place++) {
            from[place] -= row[place] * row[place];
        }
    }

    private void drop(int member) {
        var place = 0;
        while (members[place] != member) {
            place++;
        }
        memberCount--;
        System.arraycopy(members, place + 1, members, place, memberCount - place);
        for (var row = 0; row < rank; row++) {
            System.arraycopy(ofMembers[row], place + 1, ofMembers[row], place, memberCount - place);
        }
        if (place >= rank) {
            return;
        }
        for (var row = place; row < rank - 1; row++) {
            rotate(row);
        }
        keepOrEndLastDirection();
    }

    /** Turns two neighbouring basis vectors so that the member at the first's place needs only the first. */
    private void rotate(int row) {
        var length = Math.hypot(ofMembers[row][row], ofMembers[row + 1][row]);
        var cosine = ofMembers[row][row] / length;
        var sine = ofMembers[row + 1][row] / length;
        rotate(ofMembers[row], ofMembers[row + 1], row, memberCount, cosine, sine);
        rotate(ofTargets[row], ofTargets[row + 1], 0, targetCount, cosine, sine);
        ofMembers[row + 1][row] = 0;
    }

    private static void rotate(double[] upper, double[] lower, int from, int to, double cosine, double sine) {
        for (var place = from; place < to; place++) {
            var up = upper[place];
            var low = lower[place];
            upper[place] = cosine * up + sine * low;
            lower[place] = cosine * low - sine * up;
        }
    }

    /** The last basis vector is spanned no more, unless one of the members that were redundant reaches along it. */
    private void keepOrEndLastDirection() {
        var last = rank - 1;
        var along = ofMembers[last];
        var farthest = last;
        for (var place = last + 1; place < memberCount; place++) {
            farthest = Math.abs(along[place]) > Math.abs(along[farthest]) ? place : farthest;
        }
        if (last < memberCount && along[farthest] * along[farthest] > TOLERANCE) {
            swapMembers(last, farthest);
            return;
        }
        for (var place = 0; place < targetCount; place++) {
            distance[place] += ofTargets[last][place] * ofTargets[last][place];
        }
        rank--;
    }

    private void swapMembers(int place, int other) {
        var member = members[place];
        members[place] = members[other];
        members[other] = member;
        for (var row = 0; row < rank; row++) {
            var coordinate = ofMembers[row][place];
            ofMembers[row][place] = ofMembers[row][other];
            ofMembers[row][other] = coordinate;
        }
    }
}
