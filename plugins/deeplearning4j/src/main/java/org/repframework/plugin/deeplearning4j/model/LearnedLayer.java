package org.repframework.plugin.deeplearning4j.model;

import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.Architecture;
import org.repframework.spi.ImageShape;
import org.repframework.spi.Layer;
import org.repframework.spi.Refusal;

/**
 * A layer that learns, and what it reads. A dense layer is a convolution whose kernel is as large as its input and that
 * stands at one position; so both have weights of one form. Batch normalisation has one weight, its scale, and one bias,
 * its shift, for each channel, and running statistics besides.
 *
 * @param input what comes from below, height x width x channels
 * @param cut the smallest cut that has the layer below it
 */
public record LearnedLayer(Layer layer, ImageShape input, int cut) {

    /**
     * The layers of an architecture that learn, from below.
     *
     * @throws Refusal if batch normalisation comes before the first layer with weights
     */
    public static List<LearnedLayer> of(Architecture architecture) {
        var learned = new ArrayList<LearnedLayer>();
        var input = architecture.input();
        var cut = 0;
        for (var layer : architecture.layers()) {
            cut += layer.weighted() ? 1 : 0;
            if (layer instanceof Layer.BatchNormalisation && cut == 0) {
                throw Refusal.of(
                        "network." + layer.name(),
                        layer.name()
                                + " normalises the images themselves; batch normalisation belongs to the layer with"
                                + " weights below it, and images are standardised anyway");
            }
            if (layer.weighted() || layer instanceof Layer.BatchNormalisation) {
                learned.add(new LearnedLayer(layer, input, cut));
            }
            input = layer.output(input);
        }
        return learned;
    }

    public String name() {
        return layer.name();
    }

    public int units() {
        return layer.output(input).channels();
    }

    /** Height and width of the kernel, and the channels that it reads. */
    public ImageShape kernel() {
        if (layer instanceof Layer.Convolution convolution) {
            return new ImageShape(convolution.kernel(), convolution.kernel(), input.channels());
        }
        return normalises() ? new ImageShape(1, 1, 1) : input;
    }

    /** Whether it is batch normalisation. */
    public boolean normalises() {
        return layer instanceof Layer.BatchNormalisation;
    }

    /** How many values one unit reads. */
    public int fanIn() {
        return kernel().size();
    }

    /** Number of weights. */
    public int size() {
        return Math.multiplyExact(fanIn(), units());
    }

    /** Number of running statistics: a mean and a deviation for each channel that is normalised. */
    public int statistics() {
        return normalises() ? 2 * units() : 0;
    }

    /** Number of all values together. */
    public int values() {
        return Math.addExact(size(), units() + statistics());
    }

    /** Kernel row x kernel column x input channel x unit, input x unit of a dense layer, or units alone. */
    public long[] weightShape() {
        var kernel = kernel();
        if (normalises()) {
            return new long[] {units()};
        }
        return layer instanceof Layer.Convolution
                ? new long[] {kernel.height(), kernel.width(), kernel.channels(), units()}
                : new long[] {fanIn(), units()};
    }
}
