package org.repframework.plugin.deeplearning4j.network;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.spi.StageContext;

/** The activations of all images at a cut, computed once and kept in memory. */
public final class CutActivations implements Feed {

    private final long size; // values of an image
    private final INDArray values; // images x size

    public CutActivations(FrozenLayers layers, int images, ActivationMemory memory, StageContext context)
            throws InterruptedException {
        size = layers.size();
        values = memory.array("activations at the cut", images * size);
        var order = IntStream.range(0, images).toArray();
        for (var first = 0; first < images; first += layers.block()) {
            context.checkInterrupted();
            var count = Math.min(layers.block(), images - first);
            layers.compute(0, order, first, count);
            NativeFloats.copy(layers.activations().values(), 0, values, first * size, count * size);
        }
    }

    @Override
    public void feed(NetworkPass pass, int epoch, int[] images, int first) {
        for (var i = 0; i < pass.images(); i++) {
            NativeFloats.copy(values, images[first + i] * size, pass.input().values(), i * size, size);
        }
    }
}
