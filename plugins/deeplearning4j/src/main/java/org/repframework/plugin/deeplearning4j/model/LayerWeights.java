package org.repframework.plugin.deeplearning4j.model;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.repframework.spi.Matrix;

/**
 * What one layer has learned, or any values of the same form, such as their momentum.
 *
 * @param weights kernel row x kernel column x input channel x unit, in this order; of a dense layer the kernel is the
 *     whole input; of batch normalisation the scales
 * @param biases one a unit; of batch normalisation the shifts
 * @param statistics of batch normalisation the running means, then the decimal logarithms of the running standard
 *     deviations, as Deeplearning4j keeps them; else empty
 */
public record LayerWeights(float[] weights, float[] biases, float[] statistics) {

    /**
     * First values after He, Zhang, Ren and Sun, "Delving deep into rectifiers" (ICCV 2015), equation 10: normal with
     * variance 2/fan-in; biases 0. Batch normalisation begins with scales and deviations of 1, shifts and means of 0.
     */
    public static LayerWeights fresh(LearnedLayer layer, long seed) {
        return normal(layer, Math.sqrt(2.0 / layer.fanIn()), seed);
    }

    /** Normal weights of mean 0, biases 0; batch normalisation as {@link #fresh}. */
    public static LayerWeights normal(LearnedLayer layer, double deviation, long seed) {
        var drawn = zeros(layer);
        if (layer.normalises()) {
            Arrays.fill(drawn.weights, 1);
            return drawn;
        }
        var random = new Random(seed);
        for (var i = 0; i < drawn.weights.length; i++) {
            drawn.weights[i] = (float) (deviation * random.nextGaussian());
        }
        return drawn;
    }

    public static LayerWeights zeros(LearnedLayer layer) {
        return new LayerWeights(new float[layer.size()], new float[layer.units()], new float[layer.statistics()]);
    }

    /** Units x (height * width * channels). */
    public Matrix filters() {
        var units = biases.length;
        var fanIn = weights.length / units;
        var values = new double[weights.length];
        for (var unit = 0; unit < units; unit++) {
            for (var i = 0; i < fanIn; i++) {
                values[unit * fanIn + i] = weights[i * units + unit];
            }
        }
        return Matrix.of(units, fanIn, values);
    }

    /** All values, array by array. */
    public List<float[]> arrays() {
        return List.of(weights, biases, statistics);
    }

    /** Whether no value is NaN or infinite. */
    public boolean finite() {
        return arrays().stream().allMatch(LayerWeights::finite);
    }

    private static boolean finite(float[] values) {
        for (var value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
