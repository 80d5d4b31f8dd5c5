package org.repframework.plugin.deeplearning4j.model;

import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;
import org.repframework.spi.Layer.Activation;
import org.repframework.spi.Layer.Padding;
import org.repframework.spi.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * The layers of anybody's Deeplearning4j configuration as ours, where we compute the same; others are refused by name.
 * The configuration is read as JSON, because Deeplearning4j itself needs ND4J for it, which only workers have. Its last
 * layer is read as logits, before the softmax.
 */
final class SavedLayers {

    private static final String POSSIBLE = "; possible are ConvolutionLayer with a square window, without dilation and"
            + " padded as Same or not at all, SubsamplingLayer of kind MAX without padding, BatchNormalization,"
            + " DropoutLayer, ActivationLayer with ReLU, DenseLayer and, at the end, OutputLayer; activations ReLU and"
            + " Identity; all with biases and channels first";

    private SavedLayers() {}

    /** @throws Refusal naming the layer that is not possible, or that does not read such images */
    static Architecture of(String name, JsonNode configuration, ImageShape images) {
        checkPreProcessors(configuration.path("inputPreProcessors"), images);
        var layers = new ArrayList<Layer>();
        var shape = images;
        var confs = configuration.path("confs");
        for (var i = 0; i < confs.size(); i++) {
            var saved = confs.path(i).path("layer");
            while (type(saved).equals("FrozenLayer")) {
                saved = saved.path("layer");
            }
            var title = saved.path("layerName").stringValue("layer" + i);
            var layer = new SavedLayer(title, saved).layer(i == confs.size() - 1);
            checkInput(layer, saved, shape);
            layers.add(layer);
            shape = layer.output(shape);
        }
        return new Architecture(name, images, layers);
    }

    /** The last part of the class's name. */
    private static String type(JsonNode object) {
        return object.path("@class").stringValue("").replaceFirst(".*\\.", "");
    }

    private static void checkPreProcessors(JsonNode processors, ImageShape images) {
        for (var entry : processors.properties()) {
            var processor = entry.getValue();
            var flatImages = entry.getKey().equals("0")
                    && type(processor).equals("FeedForwardToCnnPreProcessor")
                    && processor.path("inputHeight").intValue(0) == images.height()
                    && processor.path("inputWidth").intValue(0) == images.width()
                    && processor.path("numChannels").intValue(0) == images.channels();
            if (!flatImages && !type(processor).equals("CnnToFeedForwardPreProcessor")) {
                throw refusal("before layer " + entry.getKey() + " stands " + processor
                        + ", which does not go with images" + " of " + images + " (height x width x channels)");
            }
        }
    }

    private static void checkInput(Layer layer, JsonNode saved, ImageShape shape) {
        var whole = layer instanceof Layer.Dense;
        if (!whole && !(layer instanceof Layer.Convolution) && !(layer instanceof Layer.BatchNormalisation)) {
            return;
        }
        var given = whole ? shape.size() : shape.channels();
        var wanted = saved.path("nin").intValue(0);
        if (wanted != given) {
            throw refusal("layer '" + layer.name() + "' reads " + wanted + " inputs, but with these images there are "
                    + given + "; give the network images of the size that it was made for");
        }
    }

    private static Refusal refusal(String message) {
        return Refusal.of("path", message);
    }

    /** One layer as it is saved. */
    private record SavedLayer(String name, JsonNode saved) {

        Layer layer(boolean last) {
            return switch (type(saved)) {
                case "ConvolutionLayer" -> convolution();
                case "SubsamplingLayer" -> pooling();
                case "BatchNormalization" -> normalisation();
                case "DropoutLayer" -> new Layer.Dropout(name, 0); // outside training it does nothing
                case "ActivationLayer" -> {
                    require(activation() == Activation.RELU, "the activation Identity");
                    yield new Layer.Rectifier(name);
                }
                case "DenseLayer" -> {
                    require(!saved.path("hasLayerNorm").booleanValue(false), "layer normalisation");
                    yield dense(activation());
                }
                case "OutputLayer" -> {
                    require(last, "layers above it");
                    yield dense(Activation.IDENTITY);
                }
                default -> throw refusal("layer '" + name + "' is a " + type(saved) + POSSIBLE);
            };
        }

        private Layer convolution() {
            requireBiases();
            requireSquareWindow();
            var same = saved.path("convolutionMode").stringValue("").equals("Same");
            require(same || isUnpadded(), padding());
            return new Layer.Convolution(
                    name,
                    saved.path("nout").intValue(0),
                    first("kernelSize"),
                    first("stride"),
                    same ? Padding.SAME : Padding.VALID,
                    activation());
        }

        private Layer pooling() {
            var kind = saved.path("poolingType").stringValue("");
            require(kind.equals("MAX"), "kind " + kind);
            requireSquareWindow();
            require(isUnpadded(), padding());
            return new Layer.MaxPooling(name, first("kernelSize"), first("stride"));
        }

        private Layer normalisation() {
            var epsilon = saved.path("eps").doubleValue(0);
            require(epsilon == Configuration.EPSILON, "eps " + epsilon);
            require(!saved.path("lockGammaBeta").booleanValue(false), "locked gamma and beta");
            return new Layer.BatchNormalisation(name);
        }

        private Layer dense(Activation activation) {
            requireBiases();
            return new Layer.Dense(name, saved.path("nout").intValue(0), activation);
        }

        private Activation activation() {
            var activation = saved.path("activationFn");
            var plain = List.of("max", "negativeSlope", "threshold").stream()
                    .allMatch(setting -> activation.path(setting).doubleValue(0) == 0);
            if (type(activation).equals("ActivationReLU") && plain) {
                return Activation.RELU;
            }
            require(type(activation).equals("ActivationIdentity"), "the activation " + type(activation));
            return Activation.IDENTITY;
        }

        private void requireBiases() {
            require(saved.path("hasBias").booleanValue(true), "no biases");
        }

        private void requireSquareWindow() {
            for (var setting : List.of("kernelSize", "stride")) {
                var sizes = saved.path(setting);
                require(first(setting) > 0 && sizes.path(1).intValue(0) == first(setting), setting + " " + sizes);
            }
            var dilation = saved.path("dilation");
            require(first("dilation") == 1 && dilation.path(1).intValue(0) == 1, "dilation " + dilation);
            require(!saved.path("cnn2dDataFormat").stringValue("").equals("NHWC"), "channels last");
        }

        private boolean isUnpadded() {
            var padding = saved.path("padding");
            return List.of("Truncate", "Strict")
                            .contains(saved.path("convolutionMode").stringValue("Truncate"))
                    && padding.path(0).intValue(0) == 0
                    && padding.path(1).intValue(0) == 0;
        }

        private String padding() {
            return "padding " + saved.path("padding") + " in the mode "
                    + saved.path("convolutionMode").stringValue("");
        }

        private int first(String setting) {
            return saved.path(setting).path(0).intValue(0);
        }

        private void require(boolean condition, String otherwise) {
            if (!condition) {
                throw refusal("layer '" + name + "' is a " + type(saved) + " with " + otherwise + POSSIBLE);
            }
        }
    }
}
