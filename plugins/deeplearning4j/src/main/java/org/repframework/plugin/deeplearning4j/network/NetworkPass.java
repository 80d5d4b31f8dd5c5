package org.repframework.plugin.deeplearning4j.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;

/** A network, or its lower layers, for a fixed number of images. */
public final class NetworkPass {

    private final int images;
    private final Signal input;
    private final List<LayerPass> layers = new ArrayList<>();
    private final Map<String, Signal> outputs = new HashMap<>();

    /**
     * All layers. A ReLU before a pooling is moved behind it: the same function, on a fraction of the values.
     *
     * @param parameters one a weighted layer, from below
     */
    public static NetworkPass forTraining(
            Architecture architecture, List<Parameters> parameters, int images, ActivationMemory memory) {
        return new NetworkPass(architecture, architecture.layers().size(), parameters, images, memory, true);
    }

    /**
     * The lowest layers, each with its output as the architecture says it.
     *
     * @param layers how many
     */
    public static NetworkPass forReading(
            Architecture architecture, int layers, List<Parameters> parameters, int images, ActivationMemory memory) {
        return new NetworkPass(architecture, layers, parameters, images, memory, false);
    }

    private NetworkPass(
            Architecture architecture,
            int count,
            List<Parameters> parameters,
            int images,
            ActivationMemory memory,
            boolean poolFirst) {
        this.images = images;
        input = Signal.of(memory, "images", images, architecture.input(), false);
        var shapes = architecture.shapes();
        var all = architecture.layers();
        var remaining = parameters.iterator();
        for (var i = 0; i < count; i++) {
            var layer = all.get(i);
            add(layer, shapes.get(i), layer.weighted() ? remaining.next() : null, memory);
            if (poolFirst && rectified(layer) && i + 1 < count && all.get(i + 1) instanceof Layer.MaxPooling pooling) {
                add(pooling, shapes.get(++i), null, memory);
            }
            if (rectified(layer)) {
                layers.add(new RectifierPass(layer.name(), top(), memory));
            }
            outputs.put(all.get(i).name(), top());
        }
    }

    private void add(Layer layer, ImageShape shape, Parameters parameters, ActivationMemory memory) {
        layers.add(
                layer instanceof Layer.Convolution convolution
                        ? new ConvolutionPass(convolution, parameters, top(), images, memory)
                        : layer instanceof Layer.Dense dense
                                ? new DensePass(dense, parameters, top(), images, memory)
                                : new PoolingPass((Layer.MaxPooling) layer, shape, top(), images, memory));
    }

    private static boolean rectified(Layer layer) {
        return layer instanceof Layer.Convolution convolution && convolution.activation() == Layer.Activation.RELU
                || layer instanceof Layer.Dense dense && dense.activation() == Layer.Activation.RELU;
    }

    private Signal top() {
        return layers.isEmpty() ? input : layers.get(layers.size() - 1).output();
    }

    /** How many images it takes. */
    public int images() {
        return images;
    }

    /** @param standardised images x height x width x channels; what is beyond the pass's images is not read */
    public void feed(float[] standardised) {
        NativeFloats.put(standardised, input.values());
    }

    public void forward() {
        layers.forEach(LayerPass::forward);
    }

    /** From the output's gradient to the lowest layer that learns. */
    public void backward() {
        for (var i = layers.size() - 1; i >= 0 && layers.get(i).output().learning(); i--) {
            layers.get(i).backward();
        }
    }

    /** The loss on this pass's last output. */
    public SoftmaxCrossEntropy loss() {
        return new SoftmaxCrossEntropy(top());
    }

    Signal output(String layer) {
        return outputs.get(layer);
    }
}
