package org.repframework.plugin.deeplearning4j.network;

import org.repframework.plugin.deeplearning4j.model.Standardiser;
import org.repframework.spi.Network.Normalisation;
import org.repframework.spi.Pixels;

/** Reads images and feeds them, standardised, to a pass. */
public final class ImageReader {

    private final Pixels pixels;
    private final Standardiser standardiser;
    private final byte[] bytes;
    private final float[] standardised; // images x height x width x channels

    /** @param most how many images are fed at once at most */
    public ImageReader(Pixels pixels, Normalisation normalisation, int most) {
        this.pixels = pixels;
        standardiser = new Standardiser(normalisation);
        bytes = new byte[Math.multiplyExact(most, pixels.shape().size())];
        standardised = new float[bytes.length];
    }

    /** @param images positions among the pixels; as many as the pass takes are read from {@code first} on */
    public void feed(NetworkPass pass, int[] images, int first) {
        var size = pixels.shape().size();
        for (var i = 0; i < pass.images(); i++) {
            pixels.read(images[first + i], bytes, i * size);
        }
        standardiser.standardise(bytes, pass.images() * size, standardised);
        pass.feed(standardised);
    }
}
