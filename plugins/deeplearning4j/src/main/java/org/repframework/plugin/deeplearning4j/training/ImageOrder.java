package org.repframework.plugin.deeplearning4j.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** In which order an epoch sees the images: shuffled anew each time, every image once. */
record ImageOrder(long seed, int count) {

    /** @param epoch 0 for the first; its order depends on no other epoch */
    int[] epoch(int epoch) {
        var random = new SplittableRandom(seed + epoch);
        var order = IntStream.range(0, count).toArray();
        for (var i = count - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return order;
    }
}
