package org.repframework.plugin.deeplearning4j.network;

import java.util.List;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;

/** The ReLU, in place, so that values and gradient stay where they are, or into an output of its own. */
final class RectifierPass implements LayerPass {

    private final Signal signal;
    private final Operation forward;
    private final Step mask; // 1 where the unit is active, else 0
    private final Operation multiply;

    private RectifierPass(String layer, Signal input, Signal output, ActivationMemory memory) {
        signal = output;
        forward = new Operation("relu", List.of(input.values()), List.of(output.values())).with(0);
        if (output.learning()) {
            // Step and multiply take a fraction of the time of relu_bp.
            var active = memory.array(layer + " active", signal.values().shape());
            mask = new Step(signal.values(), active, 0.0);
            multiply = new Operation("multiply", List.of(signal.gradient(), active), List.of(signal.gradient()));
        } else {
            mask = null;
            multiply = null;
        }
    }

    static RectifierPass inPlace(String layer, Signal signal, ActivationMemory memory) {
        return new RectifierPass(layer, signal, signal, memory);
    }

    /** For reading what is before it and what is after; nothing learns. */
    static RectifierPass apart(Layer.Rectifier layer, ImageShape shape, Signal input, ActivationMemory memory) {
        var images = (int) input.values().size(0);
        return new RectifierPass(layer.name(), input, Signal.of(memory, layer.name(), images, shape, false), memory);
    }

    @Override
    public Signal output() {
        return signal;
    }

    @Override
    public void forward() {
        forward.run();
    }

    @Override
    public void backward() {
        Nd4j.getExecutioner().exec(mask);
        multiply.run();
    }
}
