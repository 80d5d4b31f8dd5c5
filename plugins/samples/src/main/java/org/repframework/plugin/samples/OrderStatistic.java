package org.repframework.plugin.samples;

/** The number at a place of the ascending order, found exactly and without sorting, by counting leading bits. */
final class OrderStatistic {

    private static final int DIGIT = 21; // three digits are a double without its sign
    private static final int CHECK = 1 << 20;

    private OrderStatistic() {}

    /**
     * @param bits of doubles that are not below 0, in any order
     * @param place from 0
     */
    static double of(long[] bits, long place, Work work) throws InterruptedException {
        var prefix = 0L; // the leading bits of the number, as far as they are known
        var before = place; // how many of the numbers with this prefix come before it
        for (var shift = 2 * DIGIT; shift >= 0; shift -= DIGIT) {
            var counts = count(bits, prefix, shift, work);
            var digit = 0;
            while (before >= counts[digit]) {
                before -= counts[digit++];
            }
            prefix = prefix << DIGIT | digit;
        }
        return Double.longBitsToDouble(prefix);
    }

    private static int[] count(long[] bits, long prefix, int shift, Work work) throws InterruptedException {
        var counts = new int[1 << DIGIT];
        for (var i = 0; i < bits.length; i++) {
            if (i % CHECK == 0) {
                work.check();
            }
            var leading = bits[i] >>> shift;
            if (leading >>> DIGIT == prefix) {
                counts[(int) (leading & (1 << DIGIT) - 1)]++;
            }
        }
        return counts;
    }
}
