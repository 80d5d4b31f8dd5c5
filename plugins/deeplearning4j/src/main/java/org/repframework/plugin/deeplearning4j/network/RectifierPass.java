package org.repframework.plugin.deeplearning4j.network;

import java.util.List;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/** The ReLU, in place: values and gradient stay where they are. */
final class RectifierPass implements LayerPass {

    private final Signal signal;
    private final Operation forward;
    private final Step mask; // 1 where the unit is active, else 0
    private final Operation multiply;

    RectifierPass(String layer, Signal signal, ActivationMemory memory) {
        this.signal = signal;
        forward = new Operation("relu", List.of(signal.values()), List.of(signal.values())).with(0);
        if (signal.learning()) {
            // Step and multiply take a fraction of the time of relu_bp.
            var active = memory.array(layer + " active", signal.values().shape());
            mask = new Step(signal.values(), active, 0.0);
            multiply = new Operation("multiply", List.of(signal.gradient(), active), List.of(signal.gradient()));
        } else {
            mask = null;
            multiply = null;
        }
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
