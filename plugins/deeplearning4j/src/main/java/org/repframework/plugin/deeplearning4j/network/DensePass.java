package org.repframework.plugin.deeplearning4j.network;

import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.Layer;

/** A dense layer before its activation; its input is read as images x (height * width * channels). */
final class DensePass implements LayerPass {

    private final Signal output;
    private final List<Operation> forward;
    private final List<Operation> backward = new ArrayList<>();

    DensePass(Layer.Dense layer, Parameters parameters, Signal input, int images, ActivationMemory memory) {
        var learning = parameters.learning() || input.learning();
        output = Signal.of(
                memory, layer.name(), images, layer.output(parameters.layer().input()), learning);
        var from = input.flat();
        var to = output.flat();
        var weights = parameters.weights();
        forward = List.of(
                Operation.product(from.values(), false, weights, false, to.values()), // (images x units)
                new Operation("biasadd", List.of(to.values(), parameters.biases()), List.of(to.values())));
        if (parameters.learning()) {
            backward.add(Operation.product(from.values(), true, to.gradient(), false, parameters.weightGradient()));
            backward.add(new Operation("reduce_sum", List.of(to.gradient()), List.of(parameters.biasGradient()), 0));
        }
        if (from.learning()) {
            backward.add(Operation.product(to.gradient(), false, weights, true, from.gradient()));
        }
    }

    @Override
    public Signal output() {
        return output;
    }

    @Override
    public void forward() {
        forward.forEach(Operation::run);
    }

    @Override
    public void backward() {
        backward.forEach(Operation::run);
    }
}
