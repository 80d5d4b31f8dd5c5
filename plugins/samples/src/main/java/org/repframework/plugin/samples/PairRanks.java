package org.repframework.plugin.samples;

/**
 * The ranks of the distances of all pairs of samples, and what two recordings' ranks say of each other.
 *
 * <p>A rank is kept as the number of smaller distances and that of distances not larger, added: twice the average rank,
 * less 1.
 */
final class PairRanks {

    private static final int CHECK = 1 << 20;
    private static final int EXACT =
            1 << 8; // this many products of centred ranks of up to 2e8 pairs add up within a long

    private PairRanks() {}

    /** Of the n(n - 1)/2 pairs, row by row. */
    static int[] of(SampleDistances distances, Work work) throws InterruptedException {
        var sorted = RadixSort.withPlaces(PairBits.of(distances, work), work);
        var numbers = sorted.numbers();
        var ranks = new int[numbers.length];
        var checked = 0;
        for (int start = 0, end; start < numbers.length; start = end) {
            if (start - checked >= CHECK) {
                work.check();
                checked = start;
            }
            for (end = start + 1; end < numbers.length && numbers[end] == numbers[start]; ) {
                end++;
            }
            for (var i = start; i < end; i++) {
                ranks[sorted.places()[i]] = start + end;
            }
        }
        return ranks;
    }

    /** Spearman's correlation: Pearson's of average ranks (Spearman 1904). */
    static PairSums.Products spearman(int[] x, int[] y) {
        return new PairSums.Products(product(x, x), product(x, y), product(y, y));
    }

    private static double product(int[] x, int[] y) {
        var sum = 0.0;
        for (var from = 0; from < x.length; from += EXACT) {
            var part = 0L;
            for (var i = from; i < Math.min(x.length, from + EXACT); i++) {
                part += (long) (x[i] - x.length) * (y[i] - x.length);
            }
            sum += part;
        }
        return sum;
    }

    /**
     * Kendall's tau-b, (concordant - discordant) / sqrt(not tied in x, not tied in y): as inner products of the signs of
     * all differences. In time N log N after Knight, "A Computer Method for Calculating Kendall's Tau with Ungrouped
     * Data", Journal of the American Statistical Association 61, 1966.
     */
    static PairSums.Products kendall(int[] x, int[] y, Work work) throws InterruptedException {
        var both = new long[x.length];
        for (var i = 0; i < both.length; i++) {
            both[i] = (long) x[i] << Integer.SIZE | y[i];
        }
        both = RadixSort.of(both, work);
        var ordered = new int[both.length]; // ranks of y in the order of x, equal ones of x in the order of y
        for (var i = 0; i < both.length; i++) {
            ordered[i] = (int) both[i];
        }
        var pairs = pairs(both.length);
        var tiedInX = ties(both, Integer.SIZE);
        var tiedInBoth = ties(both, 0);
        both = null;
        var discordant = Inversions.sort(ordered, work);
        var tiedInY = ties(ordered);
        var difference = pairs - tiedInX - tiedInY + tiedInBoth - 2 * discordant;
        return new PairSums.Products(pairs - tiedInX, difference, pairs - tiedInY);
    }

    /** Pairs of equal numbers, the last bits aside, among ascending ones. */
    private static long ties(long[] ascending, int shift) {
        var ties = 0L;
        for (int start = 0, i = 1; i <= ascending.length; i++) {
            if (i == ascending.length || ascending[i] >>> shift != ascending[start] >>> shift) {
                ties += pairs(i - start);
                start = i;
            }
        }
        return ties;
    }

    private static long ties(int[] ascending) {
        var ties = 0L;
        for (int start = 0, i = 1; i <= ascending.length; i++) {
            if (i == ascending.length || ascending[i] != ascending[start]) {
                ties += pairs(i - start);
                start = i;
            }
        }
        return ties;
    }

    private static long pairs(long count) {
        return count * (count - 1) / 2;
    }
}
