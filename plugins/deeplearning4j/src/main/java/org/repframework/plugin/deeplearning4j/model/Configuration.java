package org.repframework.plugin.deeplearning4j.model;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.repframework.spi.Architecture;
import org.repframework.spi.Layer;

/** An architecture as Deeplearning4j's configuration: images x channels x height x width in, probabilities out. */
public final class Configuration {

    /** What batch normalisation adds to a variance before it takes the root. */
    public static final double EPSILON = 1e-5;

    /** Share of a running mean or variance that stays when a batch's is added to it. */
    public static final double DECAY = 0.9;

    private Configuration() {}

    static String json(Architecture architecture) {
        // The clock is the default seed; nobody draws from this one.
        var builder = new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.RELU)
                .updater(new Sgd())
                .convolutionMode(ConvolutionMode.Truncate)
                .list();
        var layers = architecture.layers();
        for (var i = 0; i < layers.size(); i++) {
            builder.layer(i == layers.size() - 1 ? output(layers.get(i)) : hidden(layers.get(i)));
        }
        var input = architecture.input();
        return builder.setInputType(InputType.convolutional(input.height(), input.width(), input.channels()))
                .build()
                .toJson();
    }

    private static org.deeplearning4j.nn.conf.layers.Layer hidden(Layer layer) {
        if (layer instanceof Layer.Convolution convolution) {
            return new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
                    .name(layer.name())
                    .nOut(convolution.channels())
                    .stride(convolution.stride(), convolution.stride())
                    .convolutionMode(mode(convolution.padding()))
                    .activation(activation(convolution.activation()))
                    .build();
        }
        if (layer instanceof Layer.MaxPooling pooling) {
            return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .name(layer.name())
                    .kernelSize(pooling.size(), pooling.size())
                    .stride(pooling.stride(), pooling.stride())
                    .build();
        }
        if (layer instanceof Layer.BatchNormalisation) {
            return new BatchNormalization.Builder()
                    .name(layer.name())
                    .eps(EPSILON)
                    .decay(DECAY)
                    .useLogStd(true) // Deeplearning4j forgets a false when it reads the file
                    .build();
        }
        if (layer instanceof Layer.Dropout dropout) {
            return new DropoutLayer.Builder(1 - dropout.rate())
                    .name(layer.name())
                    .build();
        }
        if (layer instanceof Layer.Rectifier) {
            return new ActivationLayer.Builder()
                    .name(layer.name())
                    .activation(Activation.RELU)
                    .build();
        }
        var dense = (Layer.Dense) layer;
        return new DenseLayer.Builder()
                .name(layer.name())
                .nOut(dense.units())
                .activation(activation(dense.activation()))
                .build();
    }

    private static ConvolutionMode mode(Layer.Padding padding) {
        return switch (padding) {
            case SAME -> ConvolutionMode.Same;
            case VALID -> ConvolutionMode.Truncate;
        };
    }

    private static org.deeplearning4j.nn.conf.layers.Layer output(Layer layer) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .name(layer.name())
                .nOut(((Layer.Dense) layer).units())
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static Activation activation(Layer.Activation activation) {
        return switch (activation) {
            case RELU -> Activation.RELU;
            case IDENTITY -> Activation.IDENTITY;
        };
    }
}
