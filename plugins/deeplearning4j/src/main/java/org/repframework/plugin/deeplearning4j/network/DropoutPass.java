package org.repframework.plugin.deeplearning4j.network;

import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.spi.Layer;

/** Dropout in training, in place. Which values drop out hangs on the seed and the step alone. */
final class DropoutPass implements LayerPass {

    private final Signal signal;
    private final long seed;
    private final long threshold; // of 2^32
    private final INDArray mask; // 0, or 1 / (1 - rate)
    private final float[] drawn;
    private final float kept;
    private final Operation forward;
    private final Operation backward;

    DropoutPass(Layer.Dropout layer, Signal signal, long seed, ActivationMemory memory) {
        this.signal = signal;
        this.seed = seed;
        threshold = Math.round(layer.rate() * (1L << 32));
        mask = memory.array(layer.name() + " mask", signal.values().shape());
        drawn = new float[Math.toIntExact(mask.length())];
        kept = (float) (1 / (1 - layer.rate()));
        forward = new Operation("multiply", List.of(signal.values(), mask), List.of(signal.values()));
        backward = signal.learning()
                ? new Operation("multiply", List.of(signal.gradient(), mask), List.of(signal.gradient()))
                : null;
    }

    /** Draws the mask of a step. */
    void draw(long step) {
        var random = new SplittableRandom(seed + step);
        for (var i = 0; i < drawn.length; i++) {
            drawn[i] = (random.nextInt() & 0xffffffffL) < threshold ? 0 : kept;
        }
        NativeFloats.put(drawn, mask);
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
        backward.run();
    }
}
