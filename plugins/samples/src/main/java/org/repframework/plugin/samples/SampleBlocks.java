package org.repframework.plugin.samples;

import java.io.IOException;
import java.util.Arrays;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.StageFailure;

/**
 * All samples of a recording in memory, scaled by a power of 2 so that no square overflows: in blocks of rows, and in
 * each block unit by unit, so that the distances of one sample to all of a block advance side by side.
 *
 * <p>A squared distance is the sum of squared differences, unit after unit. So it has no cancellation, equal samples are
 * at equal distances from any third, and its bits depend neither on the block nor on which of the two comes first.
 */
final class SampleBlocks {

    /** Rows of a block: a table of block x block sums and {@link #UNITS} units of a block stay in the cache. */
    private static final int ROWS = 256;

    private static final int UNITS = 64;

    private final int samples;
    private final int units;
    private final int blockRows;
    private final double[][] blocks; // of each block, units x rows
    private int dead;

    private SampleBlocks(int samples, int units, int blockRows) {
        this.samples = samples;
        this.units = units;
        this.blockRows = Math.min(blockRows, samples);
        blocks = new double[(samples + this.blockRows - 1) / this.blockRows][];
    }

    static SampleBlocks read(String side, ActivationMatrix source, Work work)
            throws IOException, StageFailure, InterruptedException {
        return read(side, source, work, ROWS);
    }

    static SampleBlocks read(String side, ActivationMatrix source, Work work, int blockRows)
            throws IOException, StageFailure, InterruptedException {
        var result = new SampleBlocks(Math.toIntExact(source.samples()), source.units(), blockRows);
        var rows = new double[Math.multiplyExact(result.blockRows, result.units)];
        var largest = 0.0;
        for (var block = 0; block < result.blocks.length; block++) {
            work.check();
            source.read(result.first(block), result.rows(block), rows);
            largest = Math.max(largest, result.take(side, block, rows));
        }
        result.scale(Math.scalb(1.0, -Math.getExponent(largest)));
        for (var unit = 0; unit < result.units; unit++) {
            work.check();
            result.dead += UnitColumns.dead(result.column(unit)) ? 1 : 0;
        }
        return result;
    }

    private double[] column(int unit) {
        var column = new double[samples];
        for (var block = 0; block < blocks.length; block++) {
            System.arraycopy(blocks[block], unit * rows(block), column, first(block), rows(block));
        }
        return column;
    }

    static long blocksOf(long samples) {
        return (samples + ROWS - 1) / ROWS;
    }

    /** Turns rows to columns, and gives their largest absolute value. */
    private double take(String side, int block, double[] rows) throws StageFailure {
        var count = rows(block);
        var columns = new double[count * units];
        var largest = 0.0;
        for (var row = 0; row < count; row++) {
            for (var unit = 0; unit < units; unit++) {
                var value = rows[row * units + unit];
                if (!Double.isFinite(value)) {
                    throw new StageFailure("the activation of unit " + unit + " at sample " + (first(block) + row)
                            + " of " + side + " is " + value + "; both are counted from 0");
                }
                largest = Math.max(largest, Math.abs(value));
                columns[unit * count + row] = value;
            }
        }
        blocks[block] = columns;
        return largest;
    }

    private void scale(double factor) {
        for (var block : blocks) {
            for (var i = 0; i < block.length; i++) {
                block[i] *= factor;
            }
        }
    }

    int samples() {
        return samples;
    }

    int units() {
        return units;
    }

    /** How many units are dead. */
    int dead() {
        return dead;
    }

    int count() {
        return blocks.length;
    }

    int first(int block) {
        return block * blockRows;
    }

    int rows(int block) {
        return Math.min(blockRows, samples - first(block));
    }

    /**
     * Squared distances of every sample of one block to every sample of another.
     *
     * @param target rows of the one x rows of the other, at least
     */
    void squaredDistances(int one, int other, double[][] target, Work work) throws InterruptedException {
        var count = rows(one);
        for (var row = 0; row < count; row++) {
            Arrays.fill(target[row], 0);
        }
        for (var from = 0; from < units; from += UNITS) {
            work.check();
            for (var row = 0; row < count; row++) {
                add(
                        blocks[one],
                        count,
                        row,
                        blocks[other],
                        rows(other),
                        from,
                        Math.min(units, from + UNITS),
                        target[row]);
            }
        }
    }

    // Four units at a time, summed in the order of the units; over plain arrays, for vector instructions.
    private static void add(
            double[] one, int stride, int row, double[] other, int rows, int from, int to, double[] sums) {
        var unit = from;
        for (; unit + 4 <= to; unit += 4) {
            var a = one[unit * stride + row];
            var b = one[(unit + 1) * stride + row];
            var c = one[(unit + 2) * stride + row];
            var d = one[(unit + 3) * stride + row];
            var start = unit * rows;
            for (var i = 0; i < rows; i++) {
                var differenceA = a - other[start + i];
                var differenceB = b - other[start + rows + i];
                var differenceC = c - other[start + 2 * rows + i];
                var differenceD = d - other[start + 3 * rows + i];
                sums[i] = sums[i]
                        + differenceA * differenceA
                        + differenceB * differenceB
                        + differenceC * differenceC
                        + differenceD * differenceD;
            }
        }
        for (; unit < to; unit++) {
            var a = one[unit * stride + row];
            for (var i = 0; i < rows; i++) {
                var difference = a - other[unit * rows + i];
                sums[i] += difference * difference;
            }
        }
    }

    /** The same as of {@link #squaredDistances}, of one pair. */
    double squaredDistance(int one, int other) {
        var sum = 0.0;
        for (var unit = 0; unit < units; unit++) {
            var difference = at(one, unit) - at(other, unit);
            sum += difference * difference;
        }
        return sum;
    }

    private double at(int sample, int unit) {
        var block = sample / blockRows;
        return blocks[block][unit * rows(block) + sample % blockRows];
    }

    /** Subtracts from each sample its mean over the units; a sample whose activations are all equal becomes 0. */
    void centreSamples(Work work) throws InterruptedException {
        for (var block = 0; block < blocks.length; block++) {
            work.check();
            var values = blocks[block];
            var count = rows(block);
            var means = new double[count];
            var largest = new double[count];
            for (var i = 0; i < values.length; i++) {
                means[i % count] += values[i] / units;
                largest[i % count] = Math.max(largest[i % count], Math.abs(values[i]));
            }
            var squares = new double[count];
            for (var i = 0; i < values.length; i++) {
                values[i] -= means[i % count];
                squares[i % count] += values[i] * values[i] / units;
            }
            for (var i = 0; i < values.length; i++) {
                if (Math.sqrt(squares[i % count]) <= UnitColumns.DEAD * largest[i % count]) {
                    values[i] = 0;
                }
            }
        }
    }

    /**
     * Scales each sample to length 1.
     *
     * @return which samples are 0 in all units and stay so
     */
    boolean[] scaleToLengthOne(Work work) throws InterruptedException {
        var zero = new boolean[samples];
        for (var block = 0; block < blocks.length; block++) {
            work.check();
            var values = blocks[block];
            var count = rows(block);
            var largest = new double[count];
            for (var i = 0; i < values.length; i++) {
                largest[i % count] = Math.max(largest[i % count], Math.abs(values[i]));
            }
            var squares = new double[count];
            for (var i = 0; i < values.length; i++) {
                if (largest[i % count] > 0) {
                    values[i] /= largest[i % count]; // so that the squares of a small sample do not vanish
                    squares[i % count] += values[i] * values[i];
                }
            }
            for (var i = 0; i < values.length; i++) {
                if (largest[i % count] > 0) {
                    values[i] /= Math.sqrt(squares[i % count]);
                } else {
                    zero[first(block) + i % count] = true;
                }
            }
        }
        return zero;
    }
}
