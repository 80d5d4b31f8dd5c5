package org.repframework.spi;

import org.repframework.spi.Layer.Padding;

/** How many positions a sliding window has. */
final class Windows {

    private Windows() {}

    /**
     * @param what the window is called in a message
     * @throws Refusal if there is no position at all
     */
    static ImageShape slide(
            String layer, ImageShape input, String what, int size, int stride, Padding padding, int channels) {
        var height = positions(input.height(), size, stride, padding);
        var width = positions(input.width(), size, stride, padding);
        if (height == 0 || width == 0) {
            throw Refusal.of(
                    "network." + layer,
                    layer + " would be " + height + "x" + width + ": input " + input.height() + "x" + input.width()
                            + ", " + what + " " + size);
        }
        return new ImageShape(height, width, channels);
    }

    private static int positions(int extent, int size, int stride, Padding padding) {
        return switch (padding) {
            case SAME -> (extent + stride - 1) / stride;
            case VALID -> extent < size ? 0 : (extent - size) / stride + 1;
        };
    }
}
