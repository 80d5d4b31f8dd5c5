package org.repframework.plugin.deeplearning4j.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;
import org.repframework.spi.Seeds;

/** A network, or some of its layers, for a fixed number of images. */
public final class NetworkPass {

    private final int images;
    private final ActivationMemory memory;
    private final Signal input;
    private final List<LayerPass> layers = new ArrayList<>();
    private final List<DropoutPass> dropouts = new ArrayList<>();
    private final Map<String, Signal> outputs = new HashMap<>();

    /** @param from position of the lowest layer that is computed */
    private NetworkPass(Architecture architecture, int from, int images, ActivationMemory memory) {
        this.images = images;
        this.memory = memory;
        input = from == 0
                ? Signal.of(memory, "images", images, architecture.input(), false)
                : Signal.of(memory, "cut", images, architecture.shapes().get(from - 1), false);
    }

    /**
     * The layers above a cut as they are trained, with dropout. A ReLU before a pooling is moved behind it: the same
     * function, on a fraction of the values.
     *
     * @param frozen the cut: how many layers with weights are below it
     * @param parameters of the layers that learn, by name
     * @param seeds for {@code dropout/<layer>}
     */
    public static NetworkPass forTraining(
            Architecture architecture,
            int frozen,
            Map<String, Parameters> parameters,
            int images,
            ActivationMemory memory,
            Seeds seeds) {
        var from = position(architecture, frozen);
        var pass = new NetworkPass(architecture, from, images, memory);
        pass.build(architecture, from, architecture.layers().size(), parameters, Optional.of(seeds));
        return pass;
    }

    /** The layers below the same cut: they do not learn, and nothing drops out. */
    static NetworkPass frozen(
            Architecture architecture,
            int frozen,
            Map<String, Parameters> parameters,
            int images,
            ActivationMemory memory) {
        var pass = new NetworkPass(architecture, 0, images, memory);
        pass.build(architecture, 0, position(architecture, frozen), parameters, Optional.empty());
        return pass;
    }

    /** Of the lowest layer above a cut: the first with weights that the cut does not count, or the lowest of all. */
    private static int position(Architecture architecture, int frozen) {
        return frozen == 0
                ? 0
                : architecture.indexOf(architecture.weighted().get(frozen).name());
    }

    private void build(
            Architecture architecture, int from, int to, Map<String, Parameters> parameters, Optional<Seeds> dropout) {
        var all = architecture.layers();
        var shapes = architecture.shapes();
        for (var i = from; i < to; i++) {
            var layer = all.get(i);
            if (!(layer instanceof Layer.Dropout)) {
                add(layer, shapes.get(i), parameters.get(layer.name()));
            } else if (dropout.isPresent()) {
                addDropout((Layer.Dropout) layer, dropout.get());
            }
            if (rectified(layer)) {
                if (i + 1 < to && all.get(i + 1) instanceof Layer.MaxPooling pooling) {
                    add(pooling, shapes.get(++i), null);
                }
                layers.add(RectifierPass.inPlace(layer.name(), top(), memory));
            }
        }
    }

    /**
     * The lowest layers as they are used, each with its output as the architecture says it.
     *
     * @param count how many
     * @param parameters of the layers that learn, by name
     */
    public static NetworkPass forReading(
            Architecture architecture,
            int count,
            Map<String, Parameters> parameters,
            int images,
            ActivationMemory memory) {
        var pass = new NetworkPass(architecture, 0, images, memory);
        var shapes = architecture.shapes();
        for (var i = 0; i < count; i++) {
            var layer = architecture.layers().get(i);
            if (layer instanceof Layer.Rectifier rectifier) {
                pass.layers.add(RectifierPass.apart(rectifier, shapes.get(i), pass.top(), memory));
            } else {
                pass.add(layer, shapes.get(i), parameters.get(layer.name()));
                if (rectified(layer)) {
                    pass.layers.add(RectifierPass.inPlace(layer.name(), pass.top(), memory));
                }
            }
            pass.outputs.put(layer.name(), pass.top());
        }
        return pass;
    }

    private void addDropout(Layer.Dropout dropout, Seeds seeds) {
        var pass = new DropoutPass(dropout, top(), seeds.seed("dropout/" + dropout.name()), memory);
        dropouts.add(pass);
        layers.add(pass);
    }

    /** All that a layer does before its ReLU. */
    private void add(Layer layer, ImageShape shape, Parameters parameters) {
        if (layer instanceof Layer.Convolution convolution) {
            layers.add(new ConvolutionPass(convolution, parameters, top(), images, memory));
        } else if (layer instanceof Layer.Dense dense) {
            layers.add(new DensePass(dense, parameters, top(), images, memory));
        } else if (layer instanceof Layer.MaxPooling pooling) {
            layers.add(new PoolingPass(pooling, shape, top(), images, memory));
        } else if (layer instanceof Layer.BatchNormalisation) {
            layers.add(new BatchNormalisationPass(parameters, top(), images, memory));
        }
    }

    static boolean rectified(Layer layer) {
        return layer instanceof Layer.Rectifier
                || layer instanceof Layer.Convolution convolution && convolution.activation() == Layer.Activation.RELU
                || layer instanceof Layer.Dense dense && dense.activation() == Layer.Activation.RELU;
    }

    Signal input() {
        return input;
    }

    Signal top() {
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

    /** Draws what drops out in a step of the training. */
    public void draw(long step) {
        dropouts.forEach(dropout -> dropout.draw(step));
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
