package org.repframework.plugin.deeplearning4j.network;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * So many positions of each image, drawn without replacement and for each image anew. They are a plain function of
 * these numbers and the image's place in the order, so that every network and layer of equal size gets the same.
 *
 * @param draw which of all draws, at least 1
 * @param each positions drawn of an image
 * @param positions positions that an image has
 */
public record SampledPositions(int draw, int each, int positions) {

    /** The positions of the image at a place of the order, ascending. */
    public int[] of(int place) {
        // Knuth, The Art of Computer Programming 2, section 3.4.2, algorithm S
        var random = new SplittableRandom((long) draw << Integer.SIZE | place);
        var drawn = new int[each];
        var count = 0;
        for (var position = 0; count < each; position++) {
            if (random.nextInt(positions - position) < each - count) {
                drawn[count++] = position;
            }
        }
        return drawn;
    }

    /**
     * Copies the rows drawn.
     *
     * @param all every position of the images from a place on ((images * positions) x channels)
     * @param target ((images * each) x channels)
     */
    void copy(INDArray all, int place, INDArray target) {
        var channels = all.columns();
        var row = 0;
        for (var image = 0; image < all.rows() / positions; image++) {
            for (var position : of(place + image)) {
                var from = (long) (image * positions + position) * channels;
                NativeFloats.copy(all, from, target, (long) row++ * channels, channels);
            }
        }
    }
}
