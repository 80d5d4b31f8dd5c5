package org.repframework.report.figure;

import java.util.Arrays;
import org.repframework.report.svg.Png;
import org.repframework.spi.ImageShape;

/** Small images on one white picture. */
final class Mosaic {

    private final int width;
    private final int height;
    private final byte[] pixels; // height x width x 3

    Mosaic(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[Math.multiplyExact(width * 3, height)];
        Arrays.fill(pixels, (byte) 0xFF);
    }

    /** @param image height x width x channels of the shape; grey becomes three equal channels */
    void place(byte[] image, ImageShape shape, int left, int top) {
        for (var y = 0; y < shape.height(); y++) {
            for (var x = 0; x < shape.width(); x++) {
                var from = (y * shape.width() + x) * shape.channels();
                var to = ((top + y) * width + left + x) * 3;
                for (var channel = 0; channel < 3; channel++) {
                    pixels[to + channel] = image[from + Math.min(channel, shape.channels() - 1)];
                }
            }
        }
    }

    byte[] png() {
        return Png.trueColour(width, height, pixels);
    }
}
