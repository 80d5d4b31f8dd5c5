package org.repframework.plugin.samples;

/** Counts pairs that stand in the wrong order, by merging sorted runs. */
final class Inversions {

    private static final int CHECK = 1 << 20;

    private Inversions() {}

    /** Sorts, and says how many pairs stood with the larger number first. */
    static long sort(int[] numbers, Work work) throws InterruptedException {
        var inversions = 0L;
        var from = numbers;
        var to = new int[numbers.length];
        for (var width = 1L; width < numbers.length; width *= 2) {
            var checked = 0L;
            for (var start = 0L; start < numbers.length; start += 2 * width) {
                if (start - checked >= CHECK) {
                    work.check();
                    checked = start;
                }
                var middle = (int) Math.min(numbers.length, start + width);
                var end = (int) Math.min(numbers.length, start + 2 * width);
                inversions += merge(from, to, (int) start, middle, end, work);
            }
            var other = from;
            from = to;
            to = other;
        }
        if (from != numbers) {
            System.arraycopy(from, 0, numbers, 0, numbers.length);
        }
        return inversions;
    }

    private static long merge(int[] from, int[] to, int start, int middle, int end, Work work)
            throws InterruptedException {
        var inversions = 0L;
        var left = start;
        var right = middle;
        for (var i = start; i < end; i++) {
            if ((i - start) % CHECK == CHECK - 1) {
                work.check();
            }
            if (right == end || left < middle && from[left] <= from[right]) {
                to[i] = from[left++];
            } else {
                inversions += middle - left;
                to[i] = from[right++];
            }
        }
        return inversions;
    }
}
