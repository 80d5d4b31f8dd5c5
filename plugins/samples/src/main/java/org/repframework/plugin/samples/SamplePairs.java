package org.repframework.plugin.samples;

import java.util.List;

/** All pairs of samples i < j in blocks, with their distance in one or several recordings of these samples. */
final class SamplePairs {

    /**
     * Of one sample, the pairs with some others that follow it. For each sample the others come in ascending order, and
     * for each other the samples do, whatever the size of the blocks.
     */
    interface Visitor {
        /**
         * @param first the first of the others
         * @param distances of each recording, to the {@code count} others; may be overwritten
         */
        void visit(int sample, int first, int count, double[][] distances) throws InterruptedException;
    }

    private SamplePairs() {}

    /** How many steps of work a visit is. */
    static long steps(long samples) {
        var blocks = SampleBlocks.blocksOf(samples);
        return blocks * (blocks + 1) / 2;
    }

    /** @param recordings of the same samples, in blocks of the same size */
    static void visit(List<SampleDistances> recordings, Work work, Visitor visitor) throws InterruptedException {
        var blocks = recordings.get(0).blocks();
        var largest = blocks.rows(0);
        var tables = new double[recordings.size()][largest][largest];
        for (var one = 0; one < blocks.count(); one++) {
            for (var other = one; other < blocks.count(); other++) {
                for (var side = 0; side < tables.length; side++) {
                    recordings.get(side).blocks().squaredDistances(one, other, tables[side], work);
                }
                visit(recordings, tables, one, other, visitor);
                work.step();
            }
        }
    }

    private static void visit(
            List<SampleDistances> recordings, double[][][] tables, int one, int other, Visitor visitor)
            throws InterruptedException {
        var blocks = recordings.get(0).blocks();
        var distances = new double[tables.length][];
        for (var row = 0; row < blocks.rows(one); row++) {
            var before = one == other ? row + 1 : 0; // samples of the block that are not behind this one
            var first = blocks.first(other) + before;
            var count = blocks.rows(other) - before;
            if (count > 0) {
                for (var side = 0; side < tables.length; side++) {
                    distances[side] = tables[side][row];
                    System.arraycopy(distances[side], before, distances[side], 0, count);
                    recordings.get(side).finish(blocks.first(one) + row, first, count, distances[side]);
                }
                visitor.visit(blocks.first(one) + row, first, count, distances);
            }
        }
    }
}
