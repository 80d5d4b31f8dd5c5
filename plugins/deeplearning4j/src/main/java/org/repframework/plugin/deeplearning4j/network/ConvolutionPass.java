package org.repframework.plugin.deeplearning4j.network;

import java.util.List;
import org.repframework.spi.Layer;

/** A convolution before its activation. */
final class ConvolutionPass implements LayerPass {

    /** Beyond it the patches of a batch are not worth their memory. */
    private static final long LARGEST_PATCHES = 1L << 28;

    private final Signal output;
    private final Operation forward;
    private final Runnable backward;

    ConvolutionPass(Layer.Convolution layer, Parameters parameters, Signal input, int images, ActivationMemory memory) {
        var shape = layer.output(parameters.layer().input());
        var learning = parameters.learning() || input.learning();
        output = Signal.of(memory, layer.name(), images, shape, learning);
        forward = new Operation(
                "conv2d",
                List.of(input.values(), parameters.weights(), parameters.biases()),
                List.of(output.values()),
                arguments(layer));
        if (!learning) {
            backward = null;
        } else if (input.learning()) {
            backward = wholeBackward(layer, parameters, input)::run;
        } else if ((long) images
                        * shape.height()
                        * shape.width()
                        * parameters.layer().fanIn()
                        * Float.BYTES
                <= LARGEST_PATCHES) {
            backward = weightBackward(layer, parameters, input, memory);
        } else {
            var unread = memory.array(
                    layer.name() + " gradient below", input.values().shape());
            backward = wholeBackward(layer, parameters, new Signal(input.values(), unread))::run;
        }
    }

    private Operation wholeBackward(Layer.Convolution layer, Parameters parameters, Signal input) {
        return new Operation(
                "conv2d_bp",
                List.of(input.values(), parameters.weights(), parameters.biases(), output.gradient()),
                List.of(input.gradient(), parameters.weightGradient(), parameters.biasGradient()),
                arguments(layer));
    }

    /** For the lowest layer that learns: nobody wants the input's gradient, which conv2d_bp would always compute. */
    private Runnable weightBackward(
            Layer.Convolution layer, Parameters parameters, Signal input, ActivationMemory memory) {
        var values = output.values();
        var patches = new Patches(
                layer.name(), input.values(), Window.of(layer), (int) values.size(1), (int) values.size(2), memory);
        var positions = patches.matrix().rows();
        var units = layer.channels();
        var gradient = output.gradient().reshape('c', true, positions, units);
        var weightGradient = parameters.weightGradient().reshape('c', true, -1, units);
        var biasGradient = parameters.biasGradient().reshape('c', true, 1, units);
        // A product with ones takes a tenth of the time of reduce_sum.
        var ones = memory.array(layer.name() + " ones", 1, positions).assign(1);
        var weights = Operation.product(patches.matrix(), true, gradient, false, weightGradient);
        var biases = Operation.product(ones, false, gradient, false, biasGradient);
        return () -> {
            patches.fill();
            weights.run();
            biases.run();
        };
    }

    // Channels innermost; weights row x column x input x output.
    private static long[] arguments(Layer.Convolution layer) {
        return Window.of(layer).arguments(1, 0);
    }

    @Override
    public Signal output() {
        return output;
    }

    @Override
    public void forward() {
        forward.run();
    }

    @Override
    public void backward() {
        backward.run();
    }
}
