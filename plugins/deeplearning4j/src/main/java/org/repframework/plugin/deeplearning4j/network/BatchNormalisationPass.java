package org.repframework.plugin.deeplearning4j.network;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.plugin.deeplearning4j.model.Configuration;

/**
 * Batch normalisation (Ioffe and Szegedy, "Batch normalization: accelerating deep network training by reducing internal
 * covariate shift", ICML 2015): a layer that learns normalises with the statistics of its batch and adds them to the
 * running ones, any other with the running ones. On the Java side, image by image, so that a value is read from the
 * cache the second time; sums in double.
 */
final class BatchNormalisationPass implements LayerPass {

    /** Far below the epsilon, so that a channel that is always the same has a finite logarithm. */
    private static final double SMALLEST_VARIANCE = 1e-30;

    private final Parameters parameters;
    private final Signal input;
    private final Signal output;
    private final int images;
    private final int channels;
    private final double count; // of the values that a channel has in the batch
    private final float[] read; // one image, positions x channels
    private final float[] second; // the same
    private final float[] weights;
    private final float[] biases;
    private final double[] mean;
    private final double[] deviation;

    BatchNormalisationPass(Parameters parameters, Signal input, int images, ActivationMemory memory) {
        this.parameters = parameters;
        this.input = input;
        this.images = images;
        var layer = parameters.layer();
        output = Signal.of(memory, layer.name(), images, layer.input(), input.learning());
        channels = layer.units();
        count = (double) images * layer.input().size() / channels;
        read = new float[layer.input().size()];
        second = new float[read.length];
        weights = new float[channels];
        biases = new float[channels];
        mean = new double[channels];
        deviation = new double[channels];
    }

    @Override
    public Signal output() {
        return output;
    }

    @Override
    public void forward() {
        if (parameters.learning()) {
            takeBatchStatistics();
        } else {
            takeRunningStatistics();
        }
        NativeFloats.take(parameters.weights(), weights);
        NativeFloats.take(parameters.biases(), biases);
        var centre = new float[channels];
        var scale = new float[channels];
        for (var channel = 0; channel < channels; channel++) {
            centre[channel] = (float) mean[channel];
            scale[channel] = (float) (weights[channel] / deviation[channel]);
        }
        for (var image = 0; image < images; image++) {
            NativeFloats.take(input.values(), (long) image * read.length, read);
            for (var i = 0; i < read.length; i += channels) {
                for (var channel = 0; channel < channels; channel++) {
                    read[i + channel] = (read[i + channel] - centre[channel]) * scale[channel] + biases[channel];
                }
            }
            NativeFloats.put(read, output.values(), (long) image * read.length);
        }
    }

    private void takeRunningStatistics() {
        var statistics = parameters.statistics();
        for (var channel = 0; channel < channels; channel++) {
            mean[channel] = statistics[channel];
            deviation[channel] = Math.sqrt(variance(statistics[channels + channel]) + Configuration.EPSILON);
        }
    }

    private void takeBatchStatistics() {
        Arrays.fill(mean, 0);
        for (var image = 0; image < images; image++) {
            NativeFloats.take(input.values(), (long) image * read.length, read);
            for (var i = 0; i < read.length; i += channels) {
                for (var channel = 0; channel < channels; channel++) {
                    mean[channel] += read[i + channel];
                }
            }
        }
        for (var channel = 0; channel < channels; channel++) {
            mean[channel] /= count;
        }
        var squares = new double[channels];
        for (var image = 0; image < images; image++) {
            NativeFloats.take(input.values(), (long) image * read.length, read);
            for (var i = 0; i < read.length; i += channels) {
                for (var channel = 0; channel < channels; channel++) {
                    var difference = read[i + channel] - mean[channel];
                    squares[channel] += difference * difference;
                }
            }
        }
        var statistics = parameters.statistics();
        for (var channel = 0; channel < channels; channel++) {
            deviation[channel] = Math.sqrt(squares[channel] / count + Configuration.EPSILON);
            // the unbiased estimate: algorithm 2, step 10
            var variance = squares[channel] / Math.max(1, count - 1);
            var place = channels + channel;
            statistics[channel] = (float) moved(statistics[channel], mean[channel]);
            statistics[place] = logarithm(moved(variance(statistics[place]), variance));
        }
    }

    private static double moved(double running, double batch) {
        return Configuration.DECAY * running + (1 - Configuration.DECAY) * batch;
    }

    private static double variance(float logarithm) {
        return StrictMath.pow(10, 2.0 * logarithm);
    }

    private static float logarithm(double variance) {
        return (float) (StrictMath.log10(Math.max(SMALLEST_VARIANCE, variance)) / 2);
    }

    /** Only of a layer that learns: one that does not has none that learns below it. */
    @Override
    public void backward() {
        var gradients = new double[channels]; // of the shifts
        var products = new double[channels]; // of the scales
        for (var image = 0; image < images; image++) {
            NativeFloats.take(input.values(), (long) image * read.length, read);
            NativeFloats.take(output.gradient(), (long) image * read.length, second);
            for (var i = 0; i < read.length; i += channels) {
                for (var channel = 0; channel < channels; channel++) {
                    gradients[channel] += second[i + channel];
                    products[channel] += second[i + channel] * (read[i + channel] - mean[channel]);
                }
            }
        }
        var centre = new float[channels];
        var scale = new float[channels];
        var slope = new float[channels];
        var shift = new float[channels];
        for (var channel = 0; channel < channels; channel++) {
            products[channel] /= deviation[channel];
            centre[channel] = (float) mean[channel];
            scale[channel] = (float) (weights[channel] / deviation[channel]);
            slope[channel] = (float) (products[channel] / count / deviation[channel]);
            shift[channel] = (float) (gradients[channel] / count);
        }
        for (var image = 0; image < images; image++) {
            NativeFloats.take(input.values(), (long) image * read.length, read);
            NativeFloats.take(output.gradient(), (long) image * read.length, second);
            for (var i = 0; i < read.length; i += channels) {
                for (var channel = 0; channel < channels; channel++) {
                    var centred = read[i + channel] - centre[channel];
                    read[i + channel] =
                            scale[channel] * (second[i + channel] - shift[channel] - centred * slope[channel]);
                }
            }
            NativeFloats.put(read, input.gradient(), (long) image * read.length);
        }
        put(products, parameters.weightGradient());
        put(gradients, parameters.biasGradient());
    }

    private static void put(double[] values, INDArray target) {
        var floats = new float[values.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        NativeFloats.put(floats, target);
    }
}
