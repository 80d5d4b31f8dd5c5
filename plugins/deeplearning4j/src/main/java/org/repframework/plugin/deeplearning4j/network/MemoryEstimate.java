package org.repframework.plugin.deeplearning4j.network;

import java.util.Locale;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;
import org.repframework.spi.Architecture;
import org.repframework.spi.Layer;
import org.repframework.spi.StageFailure;

/**
 * What a training takes outside of Java's heap: weights with their gradient and momentum, and for each image of a batch
 * values, gradients and masks; the patches of the lowest convolution and what native operations set aside are not
 * counted.
 */
public record MemoryEstimate(Architecture architecture, int frozen) {

    private static final double GIGABYTE = 1 << 30;

    /** Bytes that hang on no batch. */
    public long fixed() {
        var values = 0L;
        for (var layer : LearnedLayer.of(architecture)) {
            values += (long) (layer.cut() <= frozen ? 1 : 3) * (layer.size() + layer.units());
        }
        return values * Float.BYTES;
    }

    /** Bytes for each image of a batch. */
    public long perImage() {
        var shapes = architecture.shapes();
        var values = (long) architecture.input().size();
        var cut = 0;
        for (var i = 0; i < shapes.size(); i++) {
            var layer = architecture.layers().get(i);
            cut += layer.weighted() ? 1 : 0;
            var learns = cut > frozen;
            var size = (long) shapes.get(i).size();
            if (!(layer instanceof Layer.Rectifier || layer instanceof Layer.Dropout)) {
                values += learns ? 2 * size : size;
            }
            if (learns && NetworkPass.rectified(layer)) {
                var pooled = i + 1 < shapes.size() && architecture.layers().get(i + 1) instanceof Layer.MaxPooling;
                values += pooled ? shapes.get(i + 1).size() : size;
            } else if (learns && layer instanceof Layer.Dropout) {
                values += size;
            }
        }
        return values * Float.BYTES;
    }

    /** @throws StageFailure if a batch takes more than there is, with the numbers and what would fit */
    public void require(int batch, long limit) throws StageFailure {
        var needed = fixed() + batch * perImage();
        if (needed <= limit) {
            return;
        }
        var fitting = (limit - fixed()) / perImage();
        throw new StageFailure(String.format(
                Locale.ROOT,
                "not enough memory: %s in batches of %d takes at least %.2f GB (%.2f GB of weights, gradients and momentum,"
                        + " %.2f GB of activations), a worker may use %.2f GB. %s",
                architecture.name(),
                batch,
                needed / GIGABYTE,
                fixed() / GIGABYTE,
                batch * perImage() / GIGABYTE,
                limit / GIGABYTE,
                fitting > 0
                        ? "Take a smaller batch, at most " + fitting + ", or fewer workers"
                        : "Take fewer workers; not even one image fits"));
    }
}
