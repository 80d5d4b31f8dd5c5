package org.repframework.plugin.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.StageContext;

/**
 * One side's activations, each unit centred and of length 1 over all samples, so that products of two sides are
 * correlations; a dead unit is 0. Kept in memory if they are few enough, else read again whenever they are asked for.
 */
final class StandardisedSamples {

    /** Samples of a block, or of one image if that has more. */
    private static final int BLOCK = 2048;

    private static final long MOST_IN_MEMORY = 32L << 20; // values: 256 MB

    private final ActivationMatrix samples;
    private final int units;
    private final int samplesPerImage;
    private final double[] mean;
    private final double[] scale; // 1 over the length; 0 for a dead unit
    private final double[] resident; // samples x units, standardised; null if there are too many

    private StandardisedSamples(ActivationMatrix samples, double[] mean, double[] scale) throws IOException {
        this.samples = samples;
        this.mean = mean;
        this.scale = scale;
        units = samples.units();
        samplesPerImage = samples.samplesPerImage();
        if (samples.samples() * units > MOST_IN_MEMORY) {
            resident = null;
        } else {
            resident = new double[Math.toIntExact(samples.samples() * units)];
            samples.read(0, Math.toIntExact(samples.samples()), resident);
            standardise(resident);
        }
    }

    /** Reads all samples twice: for the means, then for the squares about them. */
    static StandardisedSamples of(ActivationMatrix samples, StageContext context)
            throws IOException, InterruptedException {
        var n = samples.samples();
        var units = samples.units();
        var mean = new double[units];
        var largest = new double[units];
        var squares = new double[units];
        var block = new double[Math.multiplyExact(BLOCK, units)];
        for (var pass = 1; pass <= 2; pass++) {
            for (var first = 0L; first < n; first += BLOCK) {
                context.checkInterrupted();
                var count = (int) Math.min(BLOCK, n - first);
                samples.read(first, count, block);
                for (var i = 0; i < count * units; i++) {
                    var unit = i % units;
                    if (pass == 1) {
                        mean[unit] += block[i] / n;
                        largest[unit] = Math.max(largest[unit], Math.abs(block[i]));
                    } else {
                        squares[unit] += (block[i] - mean[unit]) * (block[i] - mean[unit]);
                    }
                }
            }
        }
        var scale = new double[units];
        for (var unit = 0; unit < units; unit++) {
            var dead = Math.sqrt(squares[unit] / n) <= 1e-12 * largest[unit]; // SCIENCE.md 1
            scale[unit] = dead ? 0 : 1 / Math.sqrt(squares[unit]);
        }
        return new StandardisedSamples(samples, mean, scale);
    }

    int images() {
        return Math.toIntExact(samples.samples() / samplesPerImage);
    }

    int imagesPerBlock() {
        return Math.max(1, BLOCK / samplesPerImage);
    }

    int units() {
        return units;
    }

    List<Integer> dead() {
        var dead = new ArrayList<Integer>();
        for (var unit = 0; unit < units; unit++) {
            if (scale[unit] == 0) {
                dead.add(unit);
            }
        }
        return dead;
    }

    /**
     * The samples of some images, row by row (samples x units).
     *
     * @param order the images in their order
     * @param first where in the order to begin
     */
    double[] block(int[] order, int first, int count) throws IOException {
        var size = Math.multiplyExact(samplesPerImage, units);
        var block = new double[Math.multiplyExact(count, size)];
        if (resident != null) {
            for (var i = 0; i < count; i++) {
                System.arraycopy(resident, order[first + i] * size, block, i * size, size);
            }
            return block;
        }
        var image = new double[size];
        for (var i = 0; i < count; i++) {
            samples.read((long) order[first + i] * samplesPerImage, samplesPerImage, image);
            System.arraycopy(image, 0, block, i * size, size);
        }
        standardise(block);
        return block;
    }

    private void standardise(double[] values) {
        for (var i = 0; i < values.length; i++) {
            var unit = i % units;
            values[i] = (values[i] - mean[unit]) * scale[unit];
        }
    }
}
