package org.repframework.plugin.deeplearning4j.network;

import org.repframework.spi.Layer;

/** A square window that slides over images, as native operations and {@link Patches} want to be told. */
record Window(int size, int stride, Layer.Padding padding) {

    static Window of(Layer.Convolution layer) {
        return new Window(layer.kernel(), layer.stride(), layer.padding());
    }

    static Window of(Layer.MaxPooling layer) {
        return new Window(layer.size(), layer.stride(), Layer.Padding.VALID);
    }

    /** How far the first window reaches over the border above or left. */
    int margin(int extent, int positions) {
        return padding == Layer.Padding.VALID ? 0 : Math.max(0, (positions - 1) * stride + size - extent) / 2;
    }

    /** Window, stride, padding by hand, dilation, same padding; then what the operation itself asks for. */
    long[] arguments(long... more) {
        var arguments = new long[9 + more.length];
        arguments[0] = size;
        arguments[1] = size;
        arguments[2] = stride;
        arguments[3] = stride;
        arguments[6] = 1;
        arguments[7] = 1;
        arguments[8] = padding == Layer.Padding.SAME ? 1 : 0;
        System.arraycopy(more, 0, arguments, 9, more.length);
        return arguments;
    }
}
