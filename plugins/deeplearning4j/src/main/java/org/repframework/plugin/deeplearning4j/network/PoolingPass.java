package org.repframework.plugin.deeplearning4j.network;

import java.util.List;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;

/** Maximum over windows. */
final class PoolingPass implements LayerPass {

    private final Signal output;
    private final Operation forward;
    private final Operation backward;

    PoolingPass(Layer.MaxPooling layer, ImageShape shape, Signal input, int images, ActivationMemory memory) {
        output = Signal.of(memory, layer.name(), images, shape, input.learning());
        // A number that averages alone read; channels innermost.
        var arguments = Window.of(layer).arguments(1, 1);
        forward = new Operation("maxpool2d", List.of(input.values()), List.of(output.values()), arguments);
        backward = input.learning()
                ? new Operation(
                        "maxpool2d_bp",
                        List.of(input.values(), output.gradient()),
                        List.of(input.gradient()),
                        arguments)
                : null;
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
