package org.repframework.plugin.deeplearning4j.network;

import org.repframework.plugin.deeplearning4j.model.Standardiser;
import org.repframework.spi.Network.Normalisation;
import org.repframework.spi.Pixels;

/** Reads images and feeds them, standardised and perhaps augmented, to a pass. */
public final class ImageReader implements Feed {

    private final Pixels pixels;
    private final Standardiser standardiser;
    private final Augmentation augmentation;
    private final byte[] bytes;
    private final float[] standardised; // images x height x width x channels
    private final float[] shown; // the same, augmented

    /** @param most how many images are fed at once at most */
    public ImageReader(Pixels pixels, Normalisation normalisation, Augmentation augmentation, int most) {
        this.pixels = pixels;
        this.augmentation = augmentation;
        standardiser = new Standardiser(normalisation);
        bytes = new byte[Math.multiplyExact(most, pixels.shape().size())];
        standardised = new float[bytes.length];
        shown = augmentation.changes() ? new float[bytes.length] : standardised;
    }

    @Override
    public void feed(NetworkPass pass, int epoch, int[] images, int first) {
        var size = pixels.shape().size();
        for (var i = 0; i < pass.images(); i++) {
            pixels.read(images[first + i], bytes, i * size);
        }
        standardiser.standardise(bytes, pass.images() * size, standardised);
        if (augmentation.changes()) {
            for (var i = 0; i < pass.images(); i++) {
                augmentation.show(epoch, images[first + i], standardised, shown, i * size, pixels.shape());
            }
        }
        pass.feed(shown);
    }
}
