package org.repframework.plugin.deeplearning4j.model;

import java.util.Random;
import org.repframework.spi.Matrix;

/**
 * The weights of one layer, or any values of the same form, such as their momentum.
 *
 * @param weights kernel row x kernel column x input channel x unit, in this order; of a dense layer the kernel is the
 *     whole input
 * @param biases one a unit
 */
public record LayerWeights(float[] weights, float[] biases) {

    /**
     * First values after He, Zhang, Ren and Sun, "Delving deep into rectifiers" (ICCV 2015), equation 10: normal with
     * variance 2/fan-in; biases 0.
     */
    public static LayerWeights fresh(WeightedLayer layer, long seed) {
        var random = new Random(seed);
        var deviation = Math.sqrt(2.0 / layer.fanIn());
        var weights = new float[layer.size()];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = (float) (deviation * random.nextGaussian());
        }
        return new LayerWeights(weights, new float[layer.units()]);
    }

    public static LayerWeights zeros(WeightedLayer layer) {
        return new LayerWeights(new float[layer.size()], new float[layer.units()]);
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

    /** Whether no value is NaN or infinite. */
    public boolean finite() {
        return finite(weights) && finite(biases);
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
