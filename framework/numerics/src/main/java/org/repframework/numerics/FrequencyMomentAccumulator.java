package org.repframework.numerics;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.numerics.JointMomentAccumulator.Pair;
import org.repframework.spi.Frequency;
import org.repframework.spi.FrequencyMoments;
import org.repframework.spi.FrequencyMoments.Products;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Matrix;

/**
 * The second moments of two layers at each frequency that they have in common, from activations that arrive in blocks of
 * images. At a frequency the real and imaginary parts of a sample are summed as a recording of twice as many units. The
 * result does not depend on the sizes of the blocks, bit for bit.
 */
public final class FrequencyMomentAccumulator implements AutoCloseable {

    /** Images of a piece: few, since there is one at every frequency. */
    private static final int ROWS = 64;

    private final List<Frequency> frequencies;
    private final List<TransformedLayer> layers; // one where a layer is compared with itself
    private final List<Sums> sums; // one a frequency
    private long samples;

    /** @param parts the layers' transforms of the image at hand */
    private record Sums(JointMomentAccumulator moments, double[][] parts) {}

    /** A layer with itself. */
    public FrequencyMomentAccumulator(ImageShape shape) {
        this(Frequency.common(shape, shape), new Pair(0, 0), shape);
    }

    public FrequencyMomentAccumulator(ImageShape x, ImageShape y) {
        this(Frequency.common(x, y), new Pair(0, 1), x, y);
    }

    private FrequencyMomentAccumulator(List<Frequency> frequencies, Pair pair, ImageShape... shapes) {
        this.frequencies = frequencies;
        layers = Arrays.stream(shapes)
                .map(shape -> new TransformedLayer(shape, frequencies))
                .toList();
        sums = frequencies.stream().map(frequency -> sums(frequency, pair)).toList();
    }

    private Sums sums(Frequency frequency, Pair pair) {
        var parts = layers.stream().map(layer -> layer.at(frequency)).toArray(double[][]::new);
        var numbers = Arrays.stream(parts).mapToInt(part -> part.length).toArray();
        return new Sums(new JointMomentAccumulator(numbers, List.of(pair), ROWS), parts);
    }

    /** What it takes outside of Java's heap, and on it once more: pieces and sums, or pieces and the result. */
    public static long bytes(ImageShape x, ImageShape y) {
        var p = 2L * x.channels() + 2; // a length and 1 beside the units
        var q = 2L * y.channels() + 2;
        return Double.BYTES * Frequency.common(x, y).size() * (ROWS * (p + q) + p * p + q * q + p * q);
    }

    /**
     * Adds images.
     *
     * @param blocks one for each layer, float32 in C order (images x (height * width * channels)), finite
     */
    public void add(List<INDArray> blocks) {
        var images = blocks.get(0).rows();
        for (var i = 0; i < layers.size(); i++) {
            if (blocks.get(i).rows() != images
                    || blocks.get(i).columns() != layers.get(i).shape().size()) {
                throw new IllegalArgumentException(blocks.get(i).shapeInfoToString() + " for " + images + " images of "
                        + layers.get(i).shape());
            }
        }
        add(images, blocks.stream().map(Block::of).toList());
    }

    /**
     * Adds images.
     *
     * @param blocks one for each layer, images x height x width x channels
     */
    public void add(int images, double[]... blocks) {
        add(images, Arrays.stream(blocks).map(Block::of).toList());
    }

    private void add(int images, List<Block> blocks) {
        if (blocks.size() != layers.size()) {
            throw new IllegalArgumentException(blocks.size() + " blocks for " + layers.size() + " layers");
        }
        for (var image = 0; image < images; image++) {
            for (var i = 0; i < layers.size(); i++) {
                layers.get(i).take(blocks.get(i), image);
            }
            sums.forEach(sum -> sum.moments().add(1, sum.parts()));
        }
        samples += images;
    }

    /** The moments of all images. */
    public FrequencyMoments result() {
        var x = layers.get(0);
        var y = layers.get(layers.size() - 1);
        var xx = new ComplexSums(frequencies.size(), x.channels(), x.channels());
        var yy = new ComplexSums(frequencies.size(), y.channels(), y.channels());
        var xy = new ComplexSums(frequencies.size(), x.channels(), y.channels());
        for (var i = 0; i < sums.size(); i++) {
            var moments = sums.get(i).moments().results().get(0);
            xx.put(i, moments.xx());
            yy.put(i, moments.yy());
            xy.put(i, moments.xy());
        }
        return new FrequencyMoments(
                samples, frequencies, x.largest(), y.largest(), xx.products(), yy.products(), xy.products());
    }

    /** Complex matrices that grow out of real ones, row by row. */
    private static final class ComplexSums {

        private final int rows;
        private final int columns;
        private final double[] real;
        private final double[] imaginary;

        ComplexSums(int frequencies, int rows, int columns) {
            this.rows = rows;
            this.columns = columns;
            real = new double[Math.multiplyExact(frequencies, Math.multiplyExact(rows, columns))];
            imaginary = new double[real.length];
        }

        /** conj(a + ib)ᵀ(c + id) = (aᵀc + bᵀd) + i (aᵀd - bᵀc), from the products of (a, b) with (c, d) or of a with c. */
        void put(int frequency, Matrix products) {
            var start = frequency * rows * columns;
            for (var i = 0; i < rows * columns; i++) {
                var row = i / columns;
                var column = i % columns;
                real[start + i] = products.at(row, column);
                if (products.rows() > rows) {
                    real[start + i] += products.at(rows + row, columns + column);
                    imaginary[start + i] = products.at(row, columns + column) - products.at(rows + row, column);
                }
            }
        }

        Products products() {
            var frequencies = real.length / (rows * columns);
            return new Products(
                    Matrix.of(frequencies, rows * columns, real), Matrix.of(frequencies, rows * columns, imaginary));
        }
    }

    /** Frees the memory outside the heap. */
    @Override
    public void close() {
        sums.forEach(sum -> sum.moments().close());
    }
}
