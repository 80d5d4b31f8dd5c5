package org.repframework.plugin.deeplearning4j.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.spi.ImageShape;

/**
 * What a convolution's kernel sees at every position, as a matrix (Chellapilla, Puri and Simard, "High performance
 * convolutional neural networks for document processing", 2006). Its transpose times the output's gradient is the
 * gradient of the weights.
 */
final class Patches {

    private final INDArray input; // images x height x width x channels
    private final INDArray matrix; // (images * positions x size * size * channels)
    private final ImageShape shape;
    private final Window window;
    private final int rows; // of positions
    private final int columns;
    private final float[] image;
    private final float[] patches; // of one image; zeros outside the image are never overwritten

    Patches(String layer, INDArray input, Window window, int rows, int columns, ActivationMemory memory) {
        this.input = input;
        this.window = window;
        this.rows = rows;
        this.columns = columns;
        shape = new ImageShape((int) input.size(1), (int) input.size(2), (int) input.size(3));
        image = new float[shape.size()];
        var width = window.size() * window.size() * shape.channels();
        patches = new float[Math.multiplyExact(rows * columns, width)];
        matrix = memory.array(layer + " patches", input.size(0) * rows * columns, width);
    }

    INDArray matrix() {
        return matrix;
    }

    /** Brings the matrix up to date with the input. */
    void fill() {
        for (var i = 0; i < input.size(0); i++) {
            NativeFloats.take(input, (long) i * image.length, image);
            fillImage();
            NativeFloats.put(patches, matrix, (long) i * patches.length);
        }
    }

    private void fillImage() {
        var size = window.size();
        var top = window.margin(shape.height(), rows);
        var side = window.margin(shape.width(), columns);
        var length = size * shape.channels();
        var target = 0;
        for (var row = 0; row < rows; row++) {
            var firstY = row * window.stride() - top;
            for (var column = 0; column < columns; column++) {
                var firstX = column * window.stride() - side;
                var left = Math.max(0, firstX);
                var right = Math.min(shape.width(), firstX + size);
                var indent = (left - firstX) * shape.channels();
                for (var y = firstY; y < firstY + size; y++) {
                    if (y >= 0 && y < shape.height()) {
                        System.arraycopy(
                                image,
                                (y * shape.width() + left) * shape.channels(),
                                patches,
                                target + indent,
                                (right - left) * shape.channels());
                    }
                    target += length;
                }
            }
        }
    }
}
