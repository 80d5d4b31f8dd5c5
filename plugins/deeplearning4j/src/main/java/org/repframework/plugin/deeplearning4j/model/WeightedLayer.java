package org.repframework.plugin.deeplearning4j.model;

import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;

/**
 * A layer with weights, and what it reads. A dense layer is a convolution whose kernel is as large as its input and
 * that stands at one position; so both have weights of one form.
 *
 * @param input what comes from below, height x width x channels
 */
public record WeightedLayer(Layer layer, ImageShape input) {

    /** The weighted layers of an architecture, from below. */
    public static List<WeightedLayer> of(Architecture architecture) {
        var weighted = new ArrayList<WeightedLayer>();
        var input = architecture.input();
        for (var layer : architecture.layers()) {
            if (layer.weighted()) {
                weighted.add(new WeightedLayer(layer, input));
            }
            input = layer.output(input);
        }
        return weighted;
    }

    public String name() {
        return layer.name();
    }

    public int units() {
        return layer.output(input).channels();
    }

    /** Height and width of the kernel, and the channels that it reads. */
    public ImageShape kernel() {
        return layer instanceof Layer.Convolution convolution
                ? new ImageShape(convolution.kernel(), convolution.kernel(), input.channels())
                : input;
    }

    /** How many values one unit reads. */
    public int fanIn() {
        return kernel().size();
    }

    /** Number of weights. */
    public int size() {
        return Math.multiplyExact(fanIn(), units());
    }

    /** Kernel row x kernel column x input channel x unit, or input x unit of a dense layer. */
    public long[] weightShape() {
        var kernel = kernel();
        return layer instanceof Layer.Convolution
                ? new long[] {kernel.height(), kernel.width(), kernel.channels(), units()}
                : new long[] {fanIn(), units()};
    }
}
