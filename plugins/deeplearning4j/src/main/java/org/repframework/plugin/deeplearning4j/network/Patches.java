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
    private final INDArray matrix; // (images * height * width x kernel * kernel * channels)
    private final ImageShape shape;
    private final int kernel;
    private final float[] image;
    private final float[] patches; // of one image; zeros outside the image are never overwritten

    Patches(String layer, INDArray input, int kernel, ActivationMemory memory) {
        this.input = input;
        this.kernel = kernel;
        shape = new ImageShape((int) input.size(1), (int) input.size(2), (int) input.size(3));
        image = new float[shape.size()];
        var width = kernel * kernel * shape.channels();
        patches = new float[Math.multiplyExact(shape.height() * shape.width(), width)];
        matrix = memory.array(layer + " patches", input.size(0) * shape.height() * shape.width(), width);
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
        var row = kernel * shape.channels();
        var target = 0;
        for (var y = 0; y < shape.height(); y++) {
            for (var x = 0; x < shape.width(); x++) {
                var left = Math.max(0, x - kernel / 2);
                var right = Math.min(shape.width(), x + kernel / 2 + 1);
                var indent = (left - (x - kernel / 2)) * shape.channels();
                for (var sourceY = y - kernel / 2; sourceY <= y + kernel / 2; sourceY++) {
                    if (sourceY >= 0 && sourceY < shape.height()) {
                        System.arraycopy(
                                image,
                                (sourceY * shape.width() + left) * shape.channels(),
                                patches,
                                target + indent,
                                (right - left) * shape.channels());
                    }
                    target += row;
                }
            }
        }
    }
}
