package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Matrix;

/**
 * One recording's samples in pieces of a fixed number of rows, and its own sums over them. A piece is cut by row
 * number alone, so that the sums do not depend on the blocks in which the samples arrive.
 *
 * <p>Two more columns stand beside a sample's units: its squared length and 1. So one product of such a matrix with
 * itself gives the second moments, the sums with lengths of {@link org.repframework.spi.LengthMoments}, and the sums.
 */
final class ActivationPiece implements AutoCloseable {

    /** Rows of a piece: large enough for the products to run at full speed, small enough for the second-level cache. */
    static final int ROWS = 512;

    /** Rows that are taken, shifted and copied at a time: few enough that each step finds them in a near cache. */
    private static final int STRIP = 32;

    private final int units;
    private final int size; // in rows
    private final double[] strip; // as taken (STRIP x units)
    private final double[] shifted; // less the pilot mean, then |x|² and 1 (STRIP x columns)
    private final DoublePointer samples; // all shifted strips, off-heap (size x columns)
    private final DoublePointer squares; // upper triangle (columns x columns)
    private final double[] largest; // absolute values
    private double[] pilot; // mean of the first strip
    private int taken; // rows in the strip
    private int filled; // rows in the strip and before it
    private long count;

    ActivationPiece(int units, int size) {
        this.units = units;
        this.size = size;
        strip = new double[Math.multiplyExact(STRIP, units)];
        shifted = new double[Math.multiplyExact(STRIP, columns())];
        samples = new DoublePointer((long) size * columns());
        squares = zeros((long) columns() * columns());
        largest = new double[units];
        for (var row = 0; row < STRIP; row++) {
            shifted[row * columns() + units + 1] = 1;
        }
    }

    static DoublePointer zeros(long size) {
        var zeros = new DoublePointer(size);
        for (var start = 0L; start < size; start += ROWS) {
            zeros.position(start).put(new double[(int) Math.min(ROWS, size - start)]);
        }
        return zeros.position(0);
    }

    int units() {
        return units;
    }

    /** Units and the squared length, the first columns of a sample. */
    int unitsAndLength() {
        return units + 1;
    }

    /** Units, the squared length and 1: how far a sample is from the next. */
    int columns() {
        return units + 2;
    }

    /** Rows now in the piece. */
    int filled() {
        return filled;
    }

    boolean full() {
        return filled == size;
    }

    /** Samples of all completed pieces. */
    long count() {
        return count;
    }

    /** The completed piece ({@link #filled()} x {@link #columns()}). */
    DoublePointer samples() {
        return samples;
    }

    /** Takes as many rows as the piece has room for, and says how many. */
    int take(Block block, int firstRow, int rowsOfBlock) {
        var end = Math.min(rowsOfBlock, firstRow + size - filled);
        for (var row = firstRow; row < end; ) {
            var now = Math.min(STRIP - taken, end - row);
            block.copy(row * units, now * units, strip, taken * units);
            took(now);
            row += now;
        }
        return end - firstRow;
    }

    /** Takes rows of a matrix into the piece, which is empty. */
    void read(ActivationMatrix matrix, long first, int rows) throws IOException {
        for (var row = 0; row < rows; row += STRIP) {
            var now = Math.min(STRIP, rows - row);
            matrix.read(first + row, now, strip);
            took(now);
        }
    }

    private void took(int rows) {
        taken += rows;
        filled += rows;
        if (taken == STRIP) {
            shift();
        }
    }

    /** Shifts what is in the strip by the pilot mean and moves it to the samples. */
    private void shift() {
        if (pilot == null) {
            pilot = meanOfStrip();
        }
        for (var row = 0; row < taken; row++) {
            var to = row * columns();
            shifted[to + units] = shift(strip, row * units, pilot, shifted, to, largest);
        }
        samples.position((long) (filled - taken) * columns()).put(shifted, 0, taken * columns());
        samples.position(0);
        taken = 0;
    }

    /**
     * Ends the taking of rows: the piece is full, or the samples are at their end.
     *
     * @throws IllegalArgumentException if activations are NaN or infinite
     */
    void complete() {
        if (taken > 0) {
            shift();
        }
        requireFinite();
    }

    /** Adds the completed piece to the sums. */
    void add() {
        var columns = columns();
        cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, columns, filled, 1, samples, columns, 1, squares, columns);
    }

    void clear() {
        count += filled;
        filled = 0;
    }

    private double[] meanOfStrip() {
        var mean = new double[units];
        for (var row = 0; row < taken; row++) {
            for (var unit = 0; unit < units; unit++) {
                mean[unit] += strip[row * units + unit];
            }
        }
        for (var unit = 0; unit < units; unit++) {
            mean[unit] /= taken;
        }
        return mean;
    }

    /**
     * A method of its own over plain arrays, most of which the compiler turns into vector instructions.
     *
     * @return the squared length of what is shifted
     */
    private static double shift(double[] values, int from, double[] pilot, double[] target, int to, double[] largest) {
        var length = 0.0;
        for (var unit = 0; unit < pilot.length; unit++) {
            var value = values[from + unit];
            largest[unit] = Math.max(largest[unit], Math.abs(value)); // NaN stays
            var difference = value - pilot[unit];
            target[to + unit] = difference;
            length += difference * difference;
        }
        return length;
    }

    private void requireFinite() {
        var broken = 0;
        for (var value : largest) {
            if (!Double.isFinite(value)) {
                broken++;
            }
        }
        if (broken > 0) {
            throw new IllegalArgumentException(
                    broken + " of " + units + " units have activations that are NaN or infinite");
        }
    }

    Matrix mean() {
        var mean = sums();
        for (var unit = 0; unit < units; unit++) {
            mean[unit] = pilot[unit] + mean[unit] / count;
        }
        return Matrix.row(mean);
    }

    /** Sum of |x|⁴, shifted by the pilot mean. */
    double lengthSquares() {
        return square(units, units);
    }

    /** Sum of |x|² x, shifted by the pilot mean (1 x units). */
    Matrix lengthTimesUnits() {
        return Matrix.row(column(units));
    }

    /** The mean less the pilot mean (1 x units). */
    Matrix shiftOfMean() {
        return Matrix.row(Arrays.stream(sums()).map(sum -> sum / count).toArray());
    }

    /** Sum over samples of (x - mean)ᵀ(x - mean). */
    Matrix squares() {
        var values = firstColumns(squares, units, columns(), units);
        var sums = sums();
        for (var row = 0; row < units; row++) {
            for (var column = row; column < units; column++) {
                var value = values[row * units + column] - sums[row] * (sums[column] / count);
                values[row * units + column] = value;
                values[column * units + row] = value;
            }
        }
        return Matrix.of(units, units, values);
    }

    /** The upper left of a matrix, row by row. */
    static double[] firstColumns(DoublePointer matrix, int rows, int columns, int kept) {
        var values = new double[Math.multiplyExact(rows, kept)];
        for (var row = 0; row < rows; row++) {
            matrix.position((long) row * columns).get(values, row * kept, kept);
        }
        matrix.position(0);
        return values;
    }

    Matrix largest() {
        return Matrix.row(largest);
    }

    /** Sums of the shifted activations of each unit. */
    double[] sums() {
        return column(units + 1);
    }

    private double[] column(int column) {
        return IntStream.range(0, units)
                .mapToDouble(unit -> square(unit, column))
                .toArray();
    }

    private double square(int row, int column) {
        return squares.get((long) row * columns() + column);
    }

    @Override
    public void close() {
        samples.close();
        squares.close();
    }
}
