package org.repframework.plugin.samples;

/** Sorts numbers that are not negative from their last digit to their first, and can be interrupted at it. */
final class RadixSort {

    private static final int DIGIT = 11;
    private static final int CHECK = 1 << 20;

    private RadixSort() {}

    /** Ascending numbers, and the places at which they stood, equal ones in the order in which they stood. */
    record Sorted(long[] numbers, int[] places) {}

    /** @param numbers are overwritten; four bytes of each number and as much again are needed beside them */
    static Sorted withPlaces(long[] numbers, Work work) throws InterruptedException {
        var places = new int[numbers.length];
        for (var i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return sort(new Sorted(numbers, places), new Sorted(new long[numbers.length], new int[numbers.length]), work);
    }

    /** @param numbers are overwritten */
    static long[] of(long[] numbers, Work work) throws InterruptedException {
        return sort(new Sorted(numbers, new int[0]), new Sorted(new long[numbers.length], new int[0]), work).numbers;
    }

    private static Sorted sort(Sorted from, Sorted to, Work work) throws InterruptedException {
        for (var shift = 0; shift < Long.SIZE; shift += DIGIT) {
            var starts = starts(from.numbers, shift, work);
            if (starts.length > 0) {
                distribute(from, to, shift, starts, work);
                var other = from;
                from = to;
                to = other;
            }
        }
        return from;
    }

    /** Where the numbers with each digit begin; empty if all have the same. */
    private static int[] starts(long[] numbers, int shift, Work work) throws InterruptedException {
        var counts = new int[1 << DIGIT];
        for (var i = 0; i < numbers.length; i++) {
            if (i % CHECK == 0) {
                work.check();
            }
            counts[digit(numbers[i], shift)]++;
        }
        var start = 0;
        for (var digit = 0; digit < counts.length; digit++) {
            if (counts[digit] == numbers.length) {
                return new int[0];
            }
            var count = counts[digit];
            counts[digit] = start;
            start += count;
        }
        return counts;
    }

    private static void distribute(Sorted from, Sorted to, int shift, int[] starts, Work work)
            throws InterruptedException {
        for (var i = 0; i < from.numbers.length; i++) {
            if (i % CHECK == 0) {
                work.check();
            }
            var place = starts[digit(from.numbers[i], shift)]++;
            to.numbers[place] = from.numbers[i];
            if (from.places.length > 0) {
                to.places[place] = from.places[i];
            }
        }
    }

    private static int digit(long number, int shift) {
        return (int) (number >>> shift) & (1 << DIGIT) - 1;
    }
}
