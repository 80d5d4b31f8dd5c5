package org.repframework.numerics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.repframework.spi.Frequency;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Matrix;

/** A layer's Fourier transform, image by image. */
final class TransformedLayer {

    private final ImageShape shape;
    private final FourierTransform transform;
    private final double[] image; // height x width x channels
    private final Map<Frequency, double[]> transformed = new LinkedHashMap<>();
    private final double[] largest; // sum of absolute activations of an image, by channel

    TransformedLayer(ImageShape shape, List<Frequency> frequencies) {
        this.shape = shape;
        transform = new FourierTransform(shape);
        image = new double[shape.size()];
        frequencies.forEach(
                frequency -> transformed.put(frequency, new double[(frequency.real() ? 1 : 2) * shape.channels()]));
        largest = new double[shape.channels()];
    }

    ImageShape shape() {
        return shape;
    }

    int channels() {
        return shape.channels();
    }

    /** The real parts of all channels, then the imaginary parts where there are any; of the image taken last. */
    double[] at(Frequency frequency) {
        return transformed.get(frequency);
    }

    void take(Block block, int index) {
        block.copy(index * image.length, image.length, image, 0);
        var sums = new double[largest.length];
        for (var i = 0; i < image.length; i++) {
            sums[i % sums.length] += Math.abs(image[i]);
        }
        for (var channel = 0; channel < sums.length; channel++) {
            largest[channel] = Math.max(largest[channel], sums[channel]);
        }
        transform.transform(image, transformed);
    }

    /** The largest sum of absolute activations over an image (1 x channels). */
    Matrix largest() {
        return Matrix.row(largest);
    }
}
