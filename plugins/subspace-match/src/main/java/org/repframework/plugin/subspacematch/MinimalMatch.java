package org.repframework.plugin.subspacematch;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The v-minimal match of Wang et al. (NIPS 2018), definition 5 and algorithm 2: a match with the unit v in it, no part of
 * which is a match with v in it. Every other unit of the maximum match is taken away in turn, and stays away if v is in
 * the maximum match of the rest. The order decides which of several minimal matches is found.
 *
 * <p>What survives a removal survives every smaller one, since a maximum match only grows with the units it is sought
 * in. So the first unit that must stay is found by bisection over how many of the order go, and one match costs a few
 * small maximum matches for each of its units instead of one for each unit of the layers. No v-minimal match is a union
 * of smaller matches, for one of these would have v in it.
 */
final class MinimalMatch {

    /** The purpose of the seed. */
    static final String ORDER = "order of removal";

    private final MaximumMatch maximum;

    MinimalMatch(MaximumMatch maximum) {
        this.maximum = maximum;
    }

    /**
     * @param match the maximum match, or another with v in it, ascending
     * @param random the order in which units are taken away
     * @return the units of the v-minimal match, ascending
     */
    int[] of(int v, int[] match, SplittableRandom random) throws InterruptedException {
        var order = shuffled(Arrays.stream(match).filter(unit -> unit != v).toArray(), random);
        var kept = new int[] {v};
        while (order.length > 0) {
            var needed = lastNeeded(v, kept, order);
            if (needed == 0) {
                break;
            }
            var rest = Arrays.copyOfRange(order, order.length - needed, order.length);
            kept = union(kept, rest[0]);
            var within = within(kept, rest, needed - 1);
            order = Arrays.stream(rest, 1, needed)
                    .filter(unit -> Arrays.binarySearch(within, unit) >= 0)
                    .toArray();
        }
        return maximum.within(kept);
    }

    /** The smallest number of units at the end of the order with which v is still matched. */
    private int lastNeeded(int v, int[] kept, int[] order) throws InterruptedException {
        var enough = 0;
        var tooFew = -1;
        while (enough < order.length && !survives(v, kept, order, enough)) {
            tooFew = enough;
            enough = Math.min(order.length, Math.max(1, 2 * enough));
        }
        while (enough - tooFew > 1) {
            var middle = (enough + tooFew) / 2;
            if (survives(v, kept, order, middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private boolean survives(int v, int[] kept, int[] order, int last) throws InterruptedException {
        return Arrays.binarySearch(within(kept, order, last), v) >= 0;
    }

    private int[] within(int[] kept, int[] order, int last) throws InterruptedException {
        var units = Arrays.copyOf(kept, kept.length + last);
        System.arraycopy(order, order.length - last, units, kept.length, last);
        Arrays.sort(units);
        return maximum.within(units);
    }

    private static int[] union(int[] units, int another) {
        var more = Arrays.copyOf(units, units.length + 1);
        more[units.length] = another;
        return more;
    }

    private static int[] shuffled(int[] units, SplittableRandom random) {
        for (var i = units.length - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var unit = units[i];
            units[i] = units[other];
            units[other] = unit;
        }
        return units;
    }
}
