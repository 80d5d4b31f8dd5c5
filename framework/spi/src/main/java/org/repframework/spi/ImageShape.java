package org.repframework.spi;

/** Height and width in pixels; channels are 1 (grey) or 3 (red, green, blue). */
public record ImageShape(int height, int width, int channels) {

    /** Values in one image. */
    public int size() {
        return height * width * channels;
    }

    @Override
    public String toString() {
        return height + "x" + width + "x" + channels;
    }
}
