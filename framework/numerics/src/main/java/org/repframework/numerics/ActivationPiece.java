package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;

import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.repframework.spi.Matrix;

/**
 * One recording's samples in pieces of a fixed number of rows, and its own sums over them. A piece is cut by row
 * number alone, so that the sums do not depend on the blocks in which the samples arrive.
 */
final class ActivationPiece implements AutoCloseable {

    /** Rows of a piece: large enough for the products to run at full speed, small enough for the second-level cache. */
    static final int ROWS = 512;

    private final int units;
    private final int rows;
    private final double[] values; // as taken, once completed less the pilot mean (rows x units)
    private final DoublePointer samples; // the shifted samples, off-heap (rows x units)
    private final DoublePointer squares; // upper triangle (units x units)
    private final double[] sums;
    private final double[] largest; // absolute values
    private final double[] lengths; // squared lengths of the shifted samples (rows)
    private final double[] lengthTimesUnits; // sum of |x|² x, shifted (units)
    private double lengthSquares; // sum of |x|⁴, shifted
    private double[] pilot; // mean of the first piece
    private int filled;
    private long count;

    ActivationPiece(int units, int rows) {
        this.units = units;
        this.rows = rows;
        values = new double[Math.multiplyExact(rows, units)];
        samples = new DoublePointer(values.length);
        squares = zeros((long) units * units);
        sums = new double[units];
        largest = new double[units];
        lengths = new double[rows];
        lengthTimesUnits = new double[units];
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

    /** Rows now in the piece. */
    int filled() {
        return filled;
    }

    boolean full() {
        return filled == rows;
    }

    /** Samples of all completed pieces. */
    long count() {
        return count;
    }

    /** The shifted piece ({@link #filled()} x units). */
    DoublePointer samples() {
        return samples;
    }

    /** Takes as many rows as the piece has room for, and says how many. */
    int take(Block block, int firstRow, int rowsOfBlock) {
        var rows = Math.min(this.rows - filled, rowsOfBlock - firstRow);
        block.copy(firstRow * units, rows * units, values, filled * units);
        filled += rows;
        return rows;
    }

    /** Shifts the piece by the pilot mean. */
    void shift() {
        if (pilot == null) {
            pilot = meanOfPiece();
        }
        for (var row = 0; row < filled; row++) {
            shift(values, row * units, pilot, sums, largest);
            lengths[row] = squaredLength(values, row * units, units);
        }
        requireFinite();
        samples.put(values, 0, filled * units);
    }

    /** Adds the shifted piece to the sums. */
    void add() {
        cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, units, filled, 1, samples, units, 1, squares, units);
        addTimesLengths(this, lengthTimesUnits);
        lengthSquares += dotLengths(this);
    }

    /** Adds |x|² y over the samples of the shifted piece, x of another recording or of this one. */
    void addTimesLengths(ActivationPiece x, double[] target) {
        for (var row = 0; row < filled; row++) {
            addMultiple(values, row * units, x.lengths[row], target);
        }
    }

    /** Sum of |x|²|y|² over the samples of the shifted piece. */
    double dotLengths(ActivationPiece other) {
        var sum = 0.0;
        for (var row = 0; row < filled; row++) {
            sum += lengths[row] * other.lengths[row];
        }
        return sum;
    }

    void clear() {
        count += filled;
        filled = 0;
    }

    private double[] meanOfPiece() {
        var mean = new double[units];
        for (var row = 0; row < filled; row++) {
            for (var unit = 0; unit < units; unit++) {
                mean[unit] += values[row * units + unit];
            }
        }
        for (var unit = 0; unit < units; unit++) {
            mean[unit] /= filled;
        }
        return mean;
    }

    // A method of its own over plain arrays, which the compiler turns into vector instructions.
    private static void shift(double[] values, int start, double[] pilot, double[] sums, double[] largest) {
        for (var unit = 0; unit < pilot.length; unit++) {
            var value = values[start + unit];
            largest[unit] = Math.max(largest[unit], Math.abs(value)); // NaN stays
            var difference = value - pilot[unit];
            values[start + unit] = difference;
            sums[unit] += difference;
        }
    }

    // Four sums side by side: the processor need not wait for one to go on with the next.
    private static double squaredLength(double[] values, int start, int count) {
        var a = 0.0;
        var b = 0.0;
        var c = 0.0;
        var d = 0.0;
        var i = start;
        for (; i < start + count - 3; i += 4) {
            a += values[i] * values[i];
            b += values[i + 1] * values[i + 1];
            c += values[i + 2] * values[i + 2];
            d += values[i + 3] * values[i + 3];
        }
        for (; i < start + count; i++) {
            a += values[i] * values[i];
        }
        return (a + b) + (c + d);
    }

    private static void addMultiple(double[] values, int start, double factor, double[] target) {
        for (var unit = 0; unit < target.length; unit++) {
            target[unit] += factor * values[start + unit];
        }
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
        var mean = new double[units];
        for (var unit = 0; unit < units; unit++) {
            mean[unit] = pilot[unit] + shiftOfMean(unit);
        }
        return Matrix.row(mean);
    }

    /** Sum of |x|⁴, shifted by the pilot mean. */
    double lengthSquares() {
        return lengthSquares;
    }

    /** Sum of |x|² x, shifted by the pilot mean (1 x units). */
    Matrix lengthTimesUnits() {
        return Matrix.row(lengthTimesUnits);
    }

    /** The mean less the pilot mean (1 x units). */
    Matrix shiftOfMean() {
        return Matrix.row(
                IntStream.range(0, units).mapToDouble(this::shiftOfMean).toArray());
    }

    /** The mean less the pilot mean. */
    double shiftOfMean(int unit) {
        return sums[unit] / count;
    }

    /** Sum over samples of (x - mean)ᵀ(x - mean). */
    Matrix squares() {
        var values = new double[Math.multiplyExact(units, units)];
        squares.get(values);
        for (var row = 0; row < units; row++) {
            for (var column = row; column < units; column++) {
                var value = values[row * units + column] - sums[row] * shiftOfMean(column);
                values[row * units + column] = value;
                values[column * units + row] = value;
            }
        }
        return Matrix.of(units, units, values);
    }

    Matrix largest() {
        return Matrix.row(largest);
    }

    /** Sum of the shifted activations of a unit. */
    double sum(int unit) {
        return sums[unit];
    }

    @Override
    public void close() {
        samples.close();
        squares.close();
    }
}
