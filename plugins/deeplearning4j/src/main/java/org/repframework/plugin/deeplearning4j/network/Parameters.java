package org.repframework.plugin.deeplearning4j.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.repframework.plugin.deeplearning4j.model.LayerWeights;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;

/** The weights of one layer in native memory; those of a layer that learns also know how to descend. */
public final class Parameters implements AutoCloseable {

    private final LearnedLayer layer;
    private final INDArray weights;
    private final INDArray biases;
    private final MomentumDescent weightDescent; // null: the layer does not learn
    private final MomentumDescent biasDescent;
    private final float[] statistics;

    private Parameters(LearnedLayer layer, LayerWeights initial, boolean learning) {
        this.layer = layer;
        weights = Nd4j.create(initial.weights(), layer.weightShape(), DataType.FLOAT);
        biases = Nd4j.create(initial.biases(), new long[] {layer.units()}, DataType.FLOAT);
        weightDescent = learning ? new MomentumDescent(weights) : null;
        biasDescent = learning ? new MomentumDescent(biases) : null;
        statistics = initial.statistics().clone();
    }

    public static Parameters fixed(LearnedLayer layer, LayerWeights weights) {
        return new Parameters(layer, weights, false);
    }

    public static Parameters learning(LearnedLayer layer, LayerWeights weights, LayerWeights momentum) {
        var parameters = new Parameters(layer, weights, true);
        parameters.weightDescent.resume(momentum.weights());
        parameters.biasDescent.resume(momentum.biases());
        return parameters;
    }

    public boolean learning() {
        return weightDescent != null;
    }

    /** One step down the gradient; the decay is for the weights alone, and not for those of batch normalisation. */
    public void descend(double learningRate, double momentum, double weightDecay) {
        weightDescent.step(learningRate, momentum, layer.normalises() ? 0 : weightDecay);
        biasDescent.step(learningRate, momentum, 0);
    }

    public LayerWeights weightsNow() {
        return new LayerWeights(NativeFloats.take(weights), NativeFloats.take(biases), statistics.clone());
    }

    public LayerWeights momentumNow() {
        return new LayerWeights(weightDescent.momentumNow(), biasDescent.momentumNow(), new float[statistics.length]);
    }

    public LearnedLayer layer() {
        return layer;
    }

    INDArray weights() {
        return weights;
    }

    INDArray biases() {
        return biases;
    }

    /** {@link LayerWeights#statistics()}; batch normalisation changes them in training. */
    float[] statistics() {
        return statistics;
    }

    INDArray weightGradient() {
        return weightDescent.gradient();
    }

    INDArray biasGradient() {
        return biasDescent.gradient();
    }

    @Override
    public void close() {
        weights.close();
        biases.close();
        if (learning()) {
            weightDescent.close();
            biasDescent.close();
        }
    }
}
