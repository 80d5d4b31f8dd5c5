package org.repframework.plugin.samples;

/**
 * Sums over all pairs of samples of two symmetric matrices A and B, n x n, of which each has one value on its diagonal.
 * They are about pilot values, which no centred product depends on, and every sum runs over samples in ascending order:
 * the result does not depend on the blocks in which the pairs arrive.
 */
final class PairSums {

    /** The inner products of A and B with themselves and each other, centred or not. */
    record Products(double aa, double ab, double bb) {

        /** ab / sqrt(aa bb), -1 to 1; aa and bb are above 0. */
        double cosine() {
            return Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)));
        }
    }

    private static final class Side {
        final double pilot;
        final double[] before; // of each sample, the sum over pairs with samples before it
        final double[] behind;

        Side(double pilot, int samples) {
            this.pilot = pilot;
            before = new double[samples];
            behind = new double[samples];
        }

        double sum() {
            var sum = 0.0;
            for (var value : behind) {
                sum += value;
            }
            return sum;
        }
    }

    private final int samples;
    private final Side a;
    private final Side b;
    private final double[] aa; // of each sample, over pairs with samples behind it
    private final double[] ab;
    private final double[] bb;

    PairSums(int samples, double pilotA, double pilotB) {
        this.samples = samples;
        a = new Side(pilotA, samples);
        b = new Side(pilotB, samples);
        aa = new double[samples];
        ab = new double[samples];
        bb = new double[samples];
    }

    /** Adds the entries of one row from a column behind the diagonal on. */
    void add(int sample, int first, int count, double[] valuesA, double[] valuesB) {
        var sumA = a.behind[sample];
        var sumB = b.behind[sample];
        var sumAa = aa[sample];
        var sumAb = ab[sample];
        var sumBb = bb[sample];
        for (var i = 0; i < count; i++) {
            var valueA = valuesA[i] - a.pilot;
            var valueB = valuesB[i] - b.pilot;
            sumA += valueA;
            sumB += valueB;
            a.before[first + i] += valueA;
            b.before[first + i] += valueB;
            sumAa += valueA * valueA;
            sumAb += valueA * valueB;
            sumBb += valueB * valueB;
        }
        a.behind[sample] = sumA;
        b.behind[sample] = sumB;
        aa[sample] = sumAa;
        ab[sample] = sumAb;
        bb[sample] = sumBb;
    }

    /** Of the n(n - 1)/2 pairs, not centred. */
    Products ofPairs() {
        return new Products(ofPairs(aa, a, a), ofPairs(ab, a, b), ofPairs(bb, b, b));
    }

    private double ofPairs(double[] products, Side one, Side other) {
        return sum(products) + one.pilot * other.sum() + other.pilot * one.sum() + pairs() * one.pilot * other.pilot;
    }

    /** Of the pairs, the mean over the pairs removed. */
    Products ofCentredPairs() {
        return new Products(ofCentredPairs(aa, a, a), ofCentredPairs(ab, a, b), ofCentredPairs(bb, b, b));
    }

    private double ofCentredPairs(double[] products, Side one, Side other) {
        return sum(products) - one.sum() * (other.sum() / pairs());
    }

    /**
     * Of the whole matrices after double centring, tr(JAJB) with J = I - 11ᵀ/n.
     *
     * @param diagonalA each entry on the diagonal of A
     */
    Products ofDoubleCentred(double diagonalA, double diagonalB) {
        var rowsA = rows(a, diagonalA);
        var rowsB = rows(b, diagonalB);
        var shiftedA = diagonalA - a.pilot;
        var shiftedB = diagonalB - b.pilot;
        return new Products(
                doubleCentred(aa, shiftedA * shiftedA, rowsA, rowsA),
                doubleCentred(ab, shiftedA * shiftedB, rowsA, rowsB),
                doubleCentred(bb, shiftedB * shiftedB, rowsB, rowsB));
    }

    private double[] rows(Side side, double diagonal) {
        var rows = new double[samples];
        for (var i = 0; i < samples; i++) {
            rows[i] = side.before[i] + side.behind[i] + (diagonal - side.pilot);
        }
        return rows;
    }

    private double doubleCentred(double[] products, double diagonal, double[] rowsOne, double[] rowsOther) {
        var product = 2 * sum(products) + samples * diagonal;
        var ofRows = 0.0;
        for (var i = 0; i < samples; i++) {
            ofRows += rowsOne[i] * rowsOther[i];
        }
        return product - 2 * ofRows / samples + sum(rowsOne) / samples * (sum(rowsOther) / samples);
    }

    private double pairs() {
        return samples * (samples - 1.0) / 2;
    }

    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }
}
