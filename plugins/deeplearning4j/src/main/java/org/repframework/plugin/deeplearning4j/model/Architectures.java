package org.repframework.plugin.deeplearning4j.model;

import static org.repframework.spi.Layer.Activation.IDENTITY;
import static org.repframework.spi.Layer.Activation.RELU;

import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;
import org.repframework.spi.Refusal;

/** The architectures that a script may name. */
public final class Architectures {

    public static final List<String> NAMES = List.of("convnet", "lenet", "mlp");

    private Architectures() {}

    /** @throws Refusal if there is no such architecture, or the images are too small for it */
    public static Architecture named(String name, ImageShape images, int classes) {
        var layers = switch (name) {
            case "convnet" -> convnet(classes);
            case "lenet" -> lenet(classes);
            case "mlp" -> mlp(classes);
            default -> throw Refusal.unknown("network", name, "there is no architecture '" + name + "'", NAMES);
        };
        return checked(new Architecture(name, images, layers));
    }

    /** @throws Refusal naming a layer that cannot be trained here */
    public static Architecture trainable(Architecture architecture) {
        for (var layer : architecture.layers()) {
            if (!isTrainable(layer)) {
                throw Refusal.of(
                        "network." + layer.name(),
                        layer.name()
                                + " cannot be trained by 'sgd'; possible are conv with stride 1 and padding 'same',"
                                + " pool with its size as stride, and dense");
            }
        }
        return architecture;
    }

    private static boolean isTrainable(Layer layer) {
        return layer instanceof Layer.Dense
                || layer instanceof Layer.Convolution convolution
                        && convolution.stride() == 1
                        && convolution.padding() == Layer.Padding.SAME
                || layer instanceof Layer.MaxPooling pooling && pooling.stride() == pooling.size();
    }

    /**
     * The same layers for another number of classes.
     *
     * @throws Refusal if the last layer is not dense
     */
    public static Architecture resized(Architecture architecture, int classes) {
        var layers = new ArrayList<>(architecture.layers());
        var last = layers.size() - 1;
        if (!(layers.get(last) instanceof Layer.Dense output)) {
            throw Refusal.of("donor", "the last layer of " + architecture.name() + " is not a dense one");
        }
        layers.set(last, new Layer.Dense(output.name(), classes, output.activation()));
        return checked(new Architecture(architecture.name(), architecture.input(), layers));
    }

    private static Architecture checked(Architecture architecture) {
        architecture.shapes();
        return architecture;
    }

    private static List<Layer> convnet(int classes) {
        return List.of(
                convolution("conv1", 32, 3),
                new Layer.MaxPooling("pool1", 2),
                convolution("conv2", 64, 3),
                new Layer.MaxPooling("pool2", 2),
                convolution("conv3", 96, 3),
                convolution("conv4", 96, 3),
                convolution("conv5", 64, 3),
                new Layer.MaxPooling("pool5", 2),
                new Layer.Dense("fc6", 256, RELU),
                new Layer.Dense("fc7", 256, RELU),
                new Layer.Dense("fc8", classes, IDENTITY));
    }

    /**
     * LeNet-5 (LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", Proceedings
     * of the IEEE 86, 1998) with its numbers of units, as it is used today: ReLU instead of a scaled tanh, the maximum
     * of each window instead of a trained average, a second convolution that reads all channels of the first and is
     * padded like it, and a softmax instead of distances to bitmaps of the classes.
     */
    private static List<Layer> lenet(int classes) {
        return List.of(
                convolution("conv1", 6, 5),
                new Layer.MaxPooling("pool1", 2),
                convolution("conv2", 16, 5),
                new Layer.MaxPooling("pool2", 2),
                new Layer.Dense("fc3", 120, RELU),
                new Layer.Dense("fc4", 84, RELU),
                new Layer.Dense("fc5", classes, IDENTITY));
    }

    private static List<Layer> mlp(int classes) {
        return List.of(
                new Layer.Dense("fc1", 256, RELU),
                new Layer.Dense("fc2", 128, RELU),
                new Layer.Dense("fc3", classes, IDENTITY));
    }

    private static Layer convolution(String name, int channels, int kernel) {
        return new Layer.Convolution(name, channels, kernel, RELU);
    }
}
