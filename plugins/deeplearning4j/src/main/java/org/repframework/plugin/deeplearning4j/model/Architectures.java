package org.repframework.plugin.deeplearning4j.model;

import static org.repframework.spi.Layer.Activation.IDENTITY;
import static org.repframework.spi.Layer.Activation.RELU;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;
import org.repframework.spi.Refusal;

/** The architectures that a script may name. */
public final class Architectures {

    public static final List<String> NAMES = List.of("alexnet", "convnet", "lenet", "mlp", "vgg11", "vgg11-bn");

    private Architectures() {}

    /** @throws Refusal if there is no such architecture, or the images are too small for it */
    public static Architecture named(String name, ImageShape images, int classes) {
        var layers = switch (name) {
            case "alexnet" -> alexnet(classes);
            case "convnet" -> convnet(classes);
            case "lenet" -> lenet(classes);
            case "mlp" -> mlp(classes);
            case "vgg11" -> vgg11(classes, false);
            case "vgg11-bn" -> vgg11(classes, true);
            default -> throw Refusal.unknown("network", name, "there is no architecture '" + name + "'", NAMES);
        };
        switch (name) {
            case "alexnet" -> requireSize(name, images, 227);
            case "vgg11", "vgg11-bn" -> requireSize(name, images, 32);
            default -> {}
        }
        return checked(new Architecture(name, images, layers));
    }

    /** @throws Refusal naming a layer that cannot be trained where it is */
    public static Architecture trainable(Architecture architecture) {
        LearnedLayer.of(architecture);
        return architecture;
    }

    private static void requireSize(String name, ImageShape images, int edge) {
        if (images.height() != edge || images.width() != edge) {
            throw Refusal.of(
                    "network",
                    name + " reads images of " + edge + "x" + edge + ", these are of " + images.height() + "x"
                            + images.width());
        }
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

    /**
     * Krizhevsky, Sutskever and Hinton, "ImageNet classification with deep convolutional neural networks" (NIPS 2012),
     * section 3.5, with its numbers of units, strides and overlapping pooling, in one column: every convolution reads
     * all channels of the one below. Without the normalisation of local responses.
     */
    private static List<Layer> alexnet(int classes) {
        return List.of(
                new Layer.Convolution("conv1", 96, 11, 4, Layer.Padding.VALID, RELU),
                new Layer.MaxPooling("pool1", 3, 2),
                convolution("conv2", 256, 5),
                new Layer.MaxPooling("pool2", 3, 2),
                convolution("conv3", 384, 3),
                convolution("conv4", 384, 3),
                convolution("conv5", 256, 3),
                new Layer.MaxPooling("pool5", 3, 2),
                new Layer.Dense("fc6", 4096, RELU),
                new Layer.Dropout("drop6", 0.5),
                new Layer.Dense("fc7", 4096, RELU),
                new Layer.Dropout("drop7", 0.5),
                new Layer.Dense("fc8", classes, IDENTITY));
    }

    /**
     * Simonyan and Zisserman, "Very deep convolutional networks for large-scale image recognition" (ICLR 2015), table 1,
     * column A, for images of 32x32: what is left of them after five poolings is one position, so that the classifier
     * is 512, 512 and the classes instead of 4096, 4096 and 1000; half of the 512 drop out, as there.
     *
     * @param normalised batch normalisation between each convolution and its ReLU
     */
    private static List<Layer> vgg11(int classes, boolean normalised) {
        var layers = new ArrayList<Layer>();
        var channels = List.of(64, 128, 256, 256, 512, 512, 512, 512);
        var pooled = Set.of(1, 2, 4, 6, 8);
        for (var number = 1; number <= channels.size(); number++) {
            var units = channels.get(number - 1);
            if (normalised) {
                layers.add(new Layer.Convolution("conv" + number, units, 3, IDENTITY));
                layers.add(new Layer.BatchNormalisation("norm" + number));
                layers.add(new Layer.Rectifier("relu" + number));
            } else {
                layers.add(convolution("conv" + number, units, 3));
            }
            if (pooled.contains(number)) {
                layers.add(new Layer.MaxPooling("pool" + number, 2));
            }
        }
        layers.add(new Layer.Dense("fc9", 512, RELU));
        layers.add(new Layer.Dropout("drop9", 0.5));
        layers.add(new Layer.Dense("fc10", 512, RELU));
        layers.add(new Layer.Dropout("drop10", 0.5));
        layers.add(new Layer.Dense("fc11", classes, IDENTITY));
        return layers;
    }

    private static Layer convolution(String name, int channels, int kernel) {
        return new Layer.Convolution(name, channels, kernel, RELU);
    }
}
