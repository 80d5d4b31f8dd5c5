package org.repframework.plugin.deeplearning4j.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.Layer;

/**
 * The order in which Deeplearning4j keeps all weights of a network in one vector: layer by layer, unit by unit, within
 * a unit channel x row x column; the biases before a convolution's weights and after those of a dense layer.
 */
final class Coefficients {

    private Coefficients() {}

    static float[] pack(List<WeightedLayer> layers, List<LayerWeights> weights) {
        var vector = new float[length(layers)];
        var start = 0;
        for (var i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            var order = order(layer);
            var values = weights.get(i).weights();
            for (var position = 0; position < order.length; position++) {
                vector[startOfWeights(layer, start) + position] = values[order[position]];
            }
            System.arraycopy(weights.get(i).biases(), 0, vector, startOfBiases(layer, start), layer.units());
            start += layer.size() + layer.units();
        }
        return vector;
    }

    /** @throws IOException if the vector is not as long as the layers want */
    static List<LayerWeights> unpack(List<WeightedLayer> layers, float[] vector) throws IOException {
        if (vector.length != length(layers)) {
            throw new IOException(vector.length + " weights for layers that have " + length(layers));
        }
        var weights = new ArrayList<LayerWeights>();
        var start = 0;
        for (var layer : layers) {
            var values = LayerWeights.zeros(layer);
            var order = order(layer);
            for (var position = 0; position < order.length; position++) {
                values.weights()[order[position]] = vector[startOfWeights(layer, start) + position];
            }
            System.arraycopy(vector, startOfBiases(layer, start), values.biases(), 0, layer.units());
            weights.add(values);
            start += layer.size() + layer.units();
        }
        return weights;
    }

    private static int length(List<WeightedLayer> layers) {
        return layers.stream().mapToInt(layer -> layer.size() + layer.units()).sum();
    }

    private static int startOfWeights(WeightedLayer layer, int start) {
        return layer.layer() instanceof Layer.Convolution ? start + layer.units() : start;
    }

    private static int startOfBiases(WeightedLayer layer, int start) {
        return layer.layer() instanceof Layer.Convolution ? start : start + layer.size();
    }

    /** For each place in Deeplearning4j's order the place in ours. */
    private static int[] order(WeightedLayer layer) {
        var kernel = layer.kernel();
        var units = layer.units();
        var order = new int[layer.size()];
        var next = 0;
        for (var unit = 0; unit < units; unit++) {
            for (var channel = 0; channel < kernel.channels(); channel++) {
                for (var row = 0; row < kernel.height(); row++) {
                    for (var column = 0; column < kernel.width(); column++) {
                        var place = (row * kernel.width() + column) * kernel.channels() + channel;
                        order[next++] = place * units + unit;
                    }
                }
            }
        }
        return order;
    }
}
