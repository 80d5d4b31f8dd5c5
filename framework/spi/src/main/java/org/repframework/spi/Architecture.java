package org.repframework.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A feed-forward network without its weights.
 *
 * @param name for example {@code convnet}
 * @param layers from the input to the logits; names are unique
 */
public record Architecture(String name, ImageShape input, List<Layer> layers) {

    public Architecture {
        layers = List.copyOf(layers);
        var names = new HashSet<String>();
        for (var layer : layers) {
            if (!names.add(layer.name())) {
                throw Refusal.of("network", "two layers are called '" + layer.name() + "'");
            }
        }
    }

    /**
     * The output shape of every layer, in order.
     *
     * @throws Refusal if a layer would be empty
     */
    public List<ImageShape> shapes() {
        var shapes = new ArrayList<ImageShape>();
        var shape = input;
        for (var layer : layers) {
            shape = layer.output(shape);
            shapes.add(shape);
        }
        return shapes;
    }

    /** The layers with weights, from below: a cut n is after the n-th of them. */
    public List<Layer> weighted() {
        return layers.stream().filter(Layer::weighted).toList();
    }

    /**
     * Position of a layer among {@link #layers()}.
     *
     * @throws Refusal naming the layers that exist
     */
    public int indexOf(String layerName) {
        for (var i = 0; i < layers.size(); i++) {
            if (layers.get(i).name().equals(layerName)) {
                return i;
            }
        }
        throw Refusal.unknown(
                "layer",
                layerName,
                "'" + layerName + "' is not a layer of " + name,
                layers.stream().map(Layer::name).toList());
    }
}
