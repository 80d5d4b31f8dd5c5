package org.repframework.plugin.deeplearning4j;

import java.util.SplittableRandom;
import org.repframework.spi.IntVector;
import org.repframework.spi.Pixels;

/**
 * The order in which a recording sees its images. It is a plain function of these numbers, so that recordings of several
 * networks and layers with equal numbers still belong together, sample by sample.
 *
 * @param shuffle 0: as they are; else which of all shuffles
 */
record ShuffledImages(int shuffle, int count) {

    Pixels of(Pixels pixels) {
        return shuffle == 0 ? pixels : pixels.select(order());
    }

    /** The image at each place. */
    IntVector order() {
        var random = new SplittableRandom(shuffle);
        var order = new int[count];
        for (var place = 0; place < count; place++) { // Durstenfeld, CACM 7 (1964), inside out
            var other = shuffle == 0 ? place : random.nextInt(place + 1);
            order[place] = order[other];
            order[other] = place;
        }
        return IntVector.of(order);
    }
}
