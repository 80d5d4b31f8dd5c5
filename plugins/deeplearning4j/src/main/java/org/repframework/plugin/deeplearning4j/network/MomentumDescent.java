package org.repframework.plugin.deeplearning4j.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradient descent with momentum and weight decay on one array w: v = momentum v + gradient + decay w, then
 * w = w - learning rate v.
 */
final class MomentumDescent implements AutoCloseable {

    private final INDArray gradient;
    private final INDArray velocity;
    private final Operation addDecay;
    private final Operation addMomentum;
    private final Operation move;

    MomentumDescent(INDArray values) {
        gradient = values.ulike();
        velocity = values.like();
        addDecay = sum(gradient, values, gradient);
        addMomentum = sum(gradient, velocity, velocity);
        move = sum(values, velocity, values);
    }

    // to = summand + factor * scaled, the factor being given before each run; the operation scales its second input
    private static Operation sum(INDArray summand, INDArray scaled, INDArray to) {
        return new Operation("axpy", List.of(summand, scaled), List.of(to));
    }

    void resume(float[] momentum) {
        NativeFloats.put(momentum, velocity);
    }

    /** Reads the gradient and uses it up. */
    void step(double learningRate, double momentum, double decay) {
        if (decay != 0) {
            addDecay.with(decay).run();
        }
        addMomentum.with(momentum).run();
        move.with(-learningRate).run();
    }

    INDArray gradient() {
        return gradient;
    }

    float[] momentumNow() {
        return NativeFloats.take(velocity);
    }

    @Override
    public void close() {
        gradient.close();
        velocity.close();
    }
}
