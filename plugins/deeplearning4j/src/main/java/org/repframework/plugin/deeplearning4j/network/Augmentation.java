package org.repframework.plugin.deeplearning4j.network;

import java.util.SplittableRandom;
import org.repframework.spi.ImageShape;

/**
 * Shows an image a little differently in each epoch. What is drawn hangs on seed, epoch and image alone.
 *
 * @param mirror whether left and right are exchanged in half of all cases
 * @param crop how many pixels of the mean colour are put around an image, of which a window of its size is then taken
 */
public record Augmentation(boolean mirror, int crop, long seed) {

    public static final Augmentation NONE = new Augmentation(false, 0, 0);

    public boolean changes() {
        return mirror || crop > 0;
    }

    /**
     * @param pixels images x height x width x channels, standardised
     * @param at where the image begins, in both arrays
     */
    void show(int epoch, int image, float[] pixels, float[] target, int at, ImageShape shape) {
        var random = new SplittableRandom(new SplittableRandom(seed + epoch).nextLong() + image);
        var mirrored = random.nextBoolean() && mirror;
        var down = random.nextInt(2 * crop + 1) - crop;
        var right = random.nextInt(2 * crop + 1) - crop;
        var next = at;
        for (var y = down; y < down + shape.height(); y++) {
            for (var column = 0; column < shape.width(); column++) {
                var x = right + (mirrored ? shape.width() - 1 - column : column);
                var inside = y >= 0 && y < shape.height() && x >= 0 && x < shape.width();
                var source = at + (y * shape.width() + x) * shape.channels();
                for (var channel = 0; channel < shape.channels(); channel++) {
                    target[next++] = inside ? pixels[source + channel] : 0;
                }
            }
        }
    }
}
