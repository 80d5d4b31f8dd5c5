package org.repframework.plugin.deeplearning4j.model;

import java.util.ArrayList;
import org.repframework.spi.Network.Normalisation;
import org.repframework.spi.Pixels;

/** Turns pixels into a network's input: per channel (pixel - mean) / deviation. */
public final class Standardiser {

    private static final int BRIGHTNESSES = 256;

    private final float[][] values; // (channels x brightnesses)

    public Standardiser(Normalisation normalisation) {
        var channels = normalisation.mean().size();
        values = new float[channels][BRIGHTNESSES];
        for (var channel = 0; channel < channels; channel++) {
            var mean = normalisation.mean().get(channel);
            var deviation = normalisation.deviation().get(channel);
            for (var pixel = 0; pixel < BRIGHTNESSES; pixel++) {
                values[channel][pixel] = (float) ((pixel - mean) / deviation);
            }
        }
    }

    /** Mean and deviation of each channel over all pixels of the images; a deviation is at least 1. */
    public static Normalisation fit(Pixels pixels) {
        var channels = pixels.shape().channels();
        var sums = new long[channels];
        var squares = new long[channels];
        var image = new byte[pixels.shape().size()];
        for (var i = 0; i < pixels.count(); i++) {
            pixels.read(i, image, 0);
            for (var position = 0; position < image.length; position++) {
                var pixel = image[position] & 0xff;
                sums[position % channels] += pixel;
                squares[position % channels] += (long) pixel * pixel;
            }
        }
        var count = (double) pixels.count()
                * pixels.shape().height()
                * pixels.shape().width();
        var means = new ArrayList<Double>();
        var deviations = new ArrayList<Double>();
        for (var channel = 0; channel < channels; channel++) {
            var mean = sums[channel] / count; // the sums are exact, so nothing cancels that matters beside 1
            means.add(mean);
            deviations.add(Math.max(1, Math.sqrt(squares[channel] / count - mean * mean)));
        }
        return new Normalisation(means, deviations);
    }

    /**
     * @param pixels one or more images, channels innermost
     * @param count how many pixel values to convert
     */
    public void standardise(byte[] pixels, int count, float[] target) {
        var channels = values.length;
        for (var channel = 0; channel < channels; channel++) {
            var table = values[channel];
            for (var i = channel; i < count; i += channels) {
                target[i] = table[pixels[i] & 0xff];
            }
        }
    }
}
