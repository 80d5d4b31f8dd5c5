package org.repframework.plugin.deeplearning4j.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.spi.ImageShape;

/**
 * What flows between two layers.
 *
 * @param values images x height x width x channels
 * @param gradient of the loss with respect to the values, in the same shape; null where no layer below learns
 */
record Signal(INDArray values, INDArray gradient) {

    static Signal of(ActivationMemory memory, String name, int images, ImageShape shape, boolean learning) {
        var sizes = new long[] {images, shape.height(), shape.width(), shape.channels()};
        return new Signal(memory.array(name, sizes), learning ? memory.array(name + " gradient", sizes) : null);
    }

    boolean learning() {
        return gradient != null;
    }

    /** The same memory as a matrix, images x (height * width * channels). */
    Signal flat() {
        return new Signal(flat(values), learning() ? flat(gradient) : null);
    }

    private static INDArray flat(INDArray array) {
        var images = array.size(0);
        return array.reshape('c', true, images, array.length() / images);
    }
}
