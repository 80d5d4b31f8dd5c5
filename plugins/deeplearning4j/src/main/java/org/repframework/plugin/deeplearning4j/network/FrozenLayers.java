package org.repframework.plugin.deeplearning4j.network;

import java.util.Arrays;
import java.util.Map;
import org.repframework.spi.Architecture;

/**
 * The layers below a cut, which do not learn. They always compute as many images at once, if need be some for nothing,
 * so that an image has the same activations, bit for bit, in whatever company.
 */
public final class FrozenLayers implements Feed {

    private final Feed images;
    private final NetworkPass pass;
    private final int[] block;

    /** @param block how many images are computed at once; no pass that is fed may take more */
    public FrozenLayers(
            Feed images,
            Architecture architecture,
            int frozen,
            Map<String, Parameters> parameters,
            int block,
            ActivationMemory memory) {
        this.images = images;
        this.block = new int[block];
        pass = NetworkPass.frozen(architecture, frozen, parameters, block, memory);
    }

    @Override
    public void feed(NetworkPass upper, int epoch, int[] order, int first) {
        compute(epoch, order, first, upper.images());
        NativeFloats.copy(pass.top().values(), 0, upper.input().values(), 0, upper.images() * size());
    }

    /** Brings {@link #activations} up to date with some images. */
    void compute(int epoch, int[] order, int first, int count) {
        System.arraycopy(order, first, block, 0, count);
        Arrays.fill(block, count, block.length, block[0]);
        images.feed(pass, epoch, block, 0);
        pass.forward();
    }

    int block() {
        return block.length;
    }

    Signal activations() {
        return pass.top();
    }

    /** Values that an image has at the cut. */
    long size() {
        return pass.top().values().length() / block.length;
    }
}
