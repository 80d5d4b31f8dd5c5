package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.spi.Gram;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;

/**
 * The Gram matrix of a recording whose activations arrive in blocks. They are kept as floats; columns are centred and
 * multiplied in double, so many at a time, so that the result does not depend on the sizes of the blocks, bit for bit.
 */
public final class GramAccumulator implements AutoCloseable {

    private static final int COLUMNS = 256;

    private final int samples;
    private final int units;
    private final FloatPointer activations; // (samples x units)
    private int filled;

    /** @param samples rows that will be added in all */
    public GramAccumulator(int samples, int units) {
        this.samples = samples;
        this.units = units;
        activations = new FloatPointer((long) samples * units);
    }

    /** What it takes outside of Java's heap: activations, some columns in double, and the matrix. */
    public static long bytes(long samples, int units) {
        return samples * (Float.BYTES * (long) units + Double.BYTES * (COLUMNS + samples));
    }

    /**
     * Whether it fits into so many bytes outside of the heap and on it, where the result is copied once.
     *
     * @param arrays bytes outside of the heap
     */
    public static boolean fits(long samples, int units, long arrays, long heap) {
        return samples <= mostSamples(units, arrays, heap);
    }

    /** The largest number of samples that fits. */
    public static long mostSamples(int units, long arrays, long heap) {
        // the root of 8 n² + (4 p + 8 * COLUMNS) n = arrays
        var linear = Float.BYTES * (double) units + Double.BYTES * COLUMNS;
        var outside = (Math.sqrt(linear * linear + 4.0 * Double.BYTES * arrays) - linear) / (2 * Double.BYTES);
        var inside = Math.sqrt(heap / (2.0 * Double.BYTES));
        return (long) Math.min(outside, inside);
    }

    /**
     * Adds samples.
     *
     * @param block float32 in C order (rows x units), finite
     */
    public void add(INDArray block) {
        if (block.columns() != units || filled + block.rows() > samples) {
            throw new IllegalArgumentException(block.shapeInfoToString() + " as rows " + filled + " and following of "
                    + samples + " samples x " + units + " units");
        }
        var source = new FloatPointer(block.data().addressPointer());
        activations.position((long) filled * units).put(source.limit(source.position() + block.length()));
        activations.position(0);
        filled += block.rows();
    }

    /** Xc Xcᵀ of all samples. */
    public Gram result(StageContext context) throws InterruptedException {
        if (filled != samples) {
            throw new IllegalStateException(filled + " of " + samples + " samples were added");
        }
        var values = new double[Math.multiplyExact(samples, samples)];
        try (var products = ActivationPiece.zeros(values.length);
                var columns = new DoublePointer((long) samples * COLUMNS)) {
            for (var first = 0; first < units; first += COLUMNS) {
                context.checkInterrupted();
                var count = Math.min(COLUMNS, units - first);
                columns.put(centred(first, count), 0, samples * count);
                OneThread.run(() -> cblas_dsyrk(
                        CblasRowMajor,
                        CblasUpper,
                        CblasNoTrans,
                        samples,
                        count,
                        1,
                        columns,
                        count,
                        1,
                        products,
                        samples));
            }
            products.get(values);
        }
        for (var row = 0; row < samples; row++) {
            for (var column = 0; column < row; column++) {
                values[row * samples + column] = values[column * samples + row];
            }
        }
        return new Gram(Matrix.of(samples, samples, values), units);
    }

    /** Some columns less their means (samples x count). */
    private double[] centred(int first, int count) {
        var centred = new double[Math.multiplyExact(samples, count)];
        var row = new float[count];
        var means = new double[count];
        for (var sample = 0; sample < samples; sample++) {
            activations.position((long) sample * units + first).get(row);
            for (var column = 0; column < count; column++) {
                centred[sample * count + column] = row[column];
                means[column] += row[column];
            }
        }
        activations.position(0);
        for (var column = 0; column < count; column++) {
            means[column] /= samples;
        }
        for (var sample = 0; sample < samples; sample++) {
            for (var column = 0; column < count; column++) {
                centred[sample * count + column] -= means[column];
            }
        }
        return centred;
    }

    /** Frees the memory outside the heap. */
    @Override
    public void close() {
        activations.close();
    }
}
