package org.repframework.plugin.deeplearning4j.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.Layer;

/**
 * The order in which Deeplearning4j keeps all weights of a network in one vector: layer by layer, unit by unit, within
 * a unit channel x row x column; the biases before a convolution's weights and after those of a dense layer. Of batch
 * normalisation: scales, shifts, means, logarithms of deviations.
 */
final class Coefficients {

    /** A weight has one place in Deeplearning4j's order and another in ours. */
    @FunctionalInterface
    private interface Places {
        void accept(int theirs, int ours);
    }

    private Coefficients() {}

    static float[] pack(List<LearnedLayer> layers, List<LayerWeights> weights) {
        var vector = new float[length(layers)];
        var start = 0;
        for (var i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            var values = weights.get(i);
            var first = startOfWeights(layer, start);
            order(layer, (theirs, ours) -> vector[first + theirs] = values.weights()[ours]);
            System.arraycopy(values.biases(), 0, vector, startOfBiases(layer, start), layer.units());
            System.arraycopy(values.statistics(), 0, vector, startOfStatistics(layer, start), layer.statistics());
            start += layer.values();
        }
        return vector;
    }

    /** @throws IOException if the vector is not as long as the layers want */
    static List<LayerWeights> unpack(List<LearnedLayer> layers, float[] vector) throws IOException {
        if (vector.length != length(layers)) {
            throw new IOException(vector.length + " weights for layers that have " + length(layers));
        }
        var weights = new ArrayList<LayerWeights>();
        var start = 0;
        for (var layer : layers) {
            var values = LayerWeights.zeros(layer);
            var first = startOfWeights(layer, start);
            order(layer, (theirs, ours) -> values.weights()[ours] = vector[first + theirs]);
            System.arraycopy(vector, startOfBiases(layer, start), values.biases(), 0, layer.units());
            System.arraycopy(vector, startOfStatistics(layer, start), values.statistics(), 0, layer.statistics());
            weights.add(values);
            start += layer.values();
        }
        return weights;
    }

    private static int length(List<LearnedLayer> layers) {
        return layers.stream().mapToInt(LearnedLayer::values).reduce(0, Math::addExact);
    }

    private static int startOfWeights(LearnedLayer layer, int start) {
        return layer.layer() instanceof Layer.Convolution ? start + layer.units() : start;
    }

    private static int startOfBiases(LearnedLayer layer, int start) {
        return layer.layer() instanceof Layer.Convolution ? start : start + layer.size();
    }

    private static int startOfStatistics(LearnedLayer layer, int start) {
        return start + layer.size() + layer.units();
    }

    private static void order(LearnedLayer layer, Places places) {
        var kernel = layer.kernel();
        var units = layer.units();
        var theirs = 0;
        for (var unit = 0; unit < units; unit++) {
            for (var channel = 0; channel < kernel.channels(); channel++) {
                for (var row = 0; row < kernel.height(); row++) {
                    for (var column = 0; column < kernel.width(); column++) {
                        var place = (row * kernel.width() + column) * kernel.channels() + channel;
                        places.accept(theirs++, place * units + unit);
                    }
                }
            }
        }
    }
}
