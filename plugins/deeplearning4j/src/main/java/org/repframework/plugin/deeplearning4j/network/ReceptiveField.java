package org.repframework.plugin.deeplearning4j.network;

import java.util.function.ToIntFunction;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;

/**
 * The pixels that the positions of a layer read, along one axis of the image. What lies beyond the image's border is
 * padding.
 *
 * @param size how many pixels one position reads
 * @param stride pixels from one position to the next; 0 where there is only one, which reads the whole image
 * @param start the first pixel of the first position, negative where it reads padding
 */
public record ReceptiveField(int size, int stride, int start) {

    public static ReceptiveField vertical(Architecture architecture, String layer) {
        return along(ImageShape::height, architecture, layer);
    }

    public static ReceptiveField horizontal(Architecture architecture, String layer) {
        return along(ImageShape::width, architecture, layer);
    }

    private static ReceptiveField along(ToIntFunction<ImageShape> axis, Architecture architecture, String layer) {
        var shapes = architecture.shapes();
        var input = architecture.input();
        var field = new ReceptiveField(1, 1, 0);
        for (var i = 0; i <= architecture.indexOf(layer); i++) {
            var extent = axis.applyAsInt(input);
            var positions = axis.applyAsInt(shapes.get(i));
            var one = architecture.layers().get(i);
            if (one instanceof Layer.Convolution convolution) {
                field = field.under(Window.of(convolution), extent, positions);
            } else if (one instanceof Layer.MaxPooling pooling) {
                field = field.under(Window.of(pooling), extent, positions);
            } else if (one instanceof Layer.Dense) {
                field = new ReceptiveField(axis.applyAsInt(architecture.input()), 0, 0);
            }
            input = shapes.get(i);
        }
        return field;
    }

    /** Of the layer above whose window slides over so many positions of this one. */
    private ReceptiveField under(Window window, int extent, int positions) {
        return new ReceptiveField(
                size + (window.size() - 1) * stride,
                stride * window.stride(),
                start - window.margin(extent, positions) * stride);
    }

    /** The first pixel that a position reads. */
    public int first(int position) {
        return start + position * stride;
    }
}
