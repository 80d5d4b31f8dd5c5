package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.report.figure.ImageGrid;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;
import org.repframework.spi.Matrix;
import org.repframework.spi.Network;
import org.repframework.spi.Table;

/** The first layer's filters as images, and the layers as a table. */
final class NetworkExhibit {

    private static final int MOST_PIXELS = 300_000; // 292 filters of 32 x 32
    private static final double MIDDLE = 127.5;

    private NetworkExhibit() {}

    static void add(Rendition rendition, Network network, Shown<?> shown) {
        var architecture = network.architecture();
        var shape = filterShape(architecture);
        var filters = network.filters();
        if (filters.columns() != shape.size()) {
            throw new IllegalArgumentException("filters of " + filters.columns() + " weights, but the first layer of "
                    + architecture.name() + " reads " + shape);
        }
        var drawn = Math.max(1, Math.min(filters.rows(), MOST_PIXELS / (shape.height() * shape.width())));
        var images =
                IntStream.range(0, drawn).mapToObj(unit -> image(filters, unit)).toList();
        var columns = Math.min(drawn, Math.max(8, (int) Math.ceil(Math.sqrt(drawn * 1.6))));
        var picture = new ImageGrid(shown.title(rendition.title()), shape, images, columns, List.of());
        var caption = "First-layer filters, row by row. Mid-grey is a weight of 0; each filter is scaled by its own"
                + " largest absolute weight."
                + (drawn < filters.rows() ? " The first " + drawn + " of " + filters.rows() + " filters." : "");
        var name = rendition.figure(shown.suffix(), caption, picture::draw, picture.data());
        rendition.pictured(shown, name);
        rendition.sheet(shown.suffix(), layers(architecture));
        rendition.fact(shown, "network", architecture.name() + ", input " + architecture.input());
        rendition.fact(shown, "classes", network.classNames().size() + ": " + String.join(", ", network.classNames()));
        rendition.fact(
                shown,
                "frozen layers",
                network.frozen() + " of " + architecture.weighted().size());
        rendition.fact(shown, "model file", network.model().toString());
    }

    /** What one unit of the first weighted layer reads. */
    static ImageShape filterShape(Architecture architecture) {
        var shape = architecture.input();
        for (var layer : architecture.layers()) {
            if (layer instanceof Layer.Convolution convolution) {
                return new ImageShape(convolution.kernel(), convolution.kernel(), shape.channels());
            }
            if (layer instanceof Layer.Dense) {
                return shape;
            }
            shape = layer.output(shape);
        }
        throw new IllegalArgumentException(architecture.name() + " has no layer with weights");
    }

    /** A filter, scaled by its own largest absolute weight; mid-grey is 0. */
    static byte[] image(Matrix filters, int unit) {
        var weights = filters.rowAt(unit);
        var largest = 0.0;
        for (var weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        var image = new byte[weights.length];
        for (var i = 0; i < weights.length; i++) {
            image[i] = (byte) Math.round(MIDDLE + (largest > 0 ? weights[i] / largest * MIDDLE : 0));
        }
        return image;
    }

    private static Table layers(Architecture architecture) {
        var rows = new ArrayList<List<Object>>();
        var shape = architecture.input();
        for (var layer : architecture.layers()) {
            var output = layer.output(shape);
            rows.add(List.of(layer.name(), kind(layer), output.toString(), weights(layer, shape)));
            shape = output;
        }
        return new Table(List.of("layer", "kind", "output", "weights"), rows);
    }

    private static String kind(Layer layer) {
        if (layer instanceof Layer.Convolution convolution) {
            return "convolution " + window(convolution.kernel(), convolution.stride(), 1);
        }
        if (layer instanceof Layer.MaxPooling pooling) {
            return "max pooling " + window(pooling.size(), pooling.stride(), pooling.size());
        }
        if (layer instanceof Layer.Dropout dropout) {
            return "dropout " + dropout.rate();
        }
        if (layer instanceof Layer.BatchNormalisation) {
            return "batch normalisation";
        }
        return layer instanceof Layer.Rectifier ? "ReLU" : "dense";
    }

    private static String window(int size, int stride, int usualStride) {
        return size + "x" + size + (stride == usualStride ? "" : ", stride " + stride);
    }

    /** Biases included. */
    private static long weights(Layer layer, ImageShape input) {
        if (layer instanceof Layer.Convolution convolution) {
            var kernel = (long) convolution.kernel() * convolution.kernel() * input.channels();
            return (kernel + 1) * convolution.channels();
        }
        if (layer instanceof Layer.Dense dense) {
            return (input.size() + 1L) * dense.units();
        }
        if (layer instanceof Layer.BatchNormalisation) {
            return 2L * input.channels();
        }
        return 0;
    }
}
