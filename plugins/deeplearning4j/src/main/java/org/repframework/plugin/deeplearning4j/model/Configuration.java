package org.repframework.plugin.deeplearning4j.model;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.repframework.spi.Architecture;
import org.repframework.spi.Layer;

/** An architecture as Deeplearning4j's configuration: images x channels x height x width in, probabilities out. */
final class Configuration {

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
                    .stride(1, 1)
                    .convolutionMode(ConvolutionMode.Same)
                    .activation(activation(convolution.activation()))
                    .build();
        }
        if (layer instanceof Layer.MaxPooling pooling) {
            return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .name(layer.name())
                    .kernelSize(pooling.size(), pooling.size())
                    .stride(pooling.size(), pooling.size())
                    .build();
        }
        var dense = (Layer.Dense) layer;
        return new DenseLayer.Builder()
                .name(layer.name())
                .nOut(dense.units())
                .activation(activation(dense.activation()))
                .build();
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
