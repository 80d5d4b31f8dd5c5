package org.repframework.plugin.datasets;

import java.util.SplittableRandom;

/**
 * Makes pictures of motifs. Colours are drawn independently of the class, so that only form tells; difficulty adds
 * clutter behind the motif, a patch before it, and noise, and takes contrast away.
 *
 * @param difficulty 0: clean; 1: hard for people too
 */
record Painting(double difficulty) {

    static final int SIDE = 32;
    private static final int CHANNELS = 3;
    /** Standard deviation of the sum of four uniform bytes. */
    private static final double FOUR_BYTES = 147.8;

    /** Height x width x channels. */
    byte[] paint(SyntheticClass subject, SplittableRandom random) {
        var motif = subject.motif(random);
        var clutter = new Noise(random);
        var paper = colour(random);
        var shade = colour(random);
        var ink = contrasting(paper, random);
        var patch = Patch.draw(random, difficulty);
        var patchColour = colour(random);
        var image = new byte[SIDE * SIDE * CHANNELS];
        for (var row = 0; row < SIDE; row++) {
            for (var column = 0; column < SIDE; column++) {
                var x = (2 * column + 1.0) / SIDE - 1;
                var y = (2 * row + 1.0) / SIDE - 1;
                var covered = patch.covers(x, y);
                var share = covered ? 0 : motif.ink(x, y);
                var behind = difficulty * Noise.smooth(clutter.octaves(x * 2, y * 2, 3) * 3 - 1);
                for (var channel = 0; channel < CHANNELS; channel++) {
                    var ground = Noise.mix(paper[channel], shade[channel], behind);
                    var value = covered ? patchColour[channel] : Noise.mix(ground, ink[channel], share);
                    image[(row * SIDE + column) * CHANNELS + channel] = grain(value, random);
                }
            }
        }
        return image;
    }

    private byte grain(double value, SplittableRandom random) {
        var bits = random.nextInt();
        var sum = (bits & 0xff) + (bits >>> 8 & 0xff) + (bits >>> 16 & 0xff) + (bits >>> 24) - 510;
        var noisy = 255 * (value + 0.3 * difficulty * sum / FOUR_BYTES);
        return (byte) Math.round(Math.min(255, Math.max(0, noisy)));
    }

    private static double[] colour(SplittableRandom random) {
        return new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    }

    private double[] contrasting(double[] other, SplittableRandom random) {
        var least = 0.5 - 0.3 * difficulty;
        while (true) {
            var colour = colour(random);
            if (Math.abs(luminance(colour) - luminance(other)) >= least) {
                return colour;
            }
        }
    }

    private static double luminance(double[] colour) {
        return 0.3 * colour[0] + 0.6 * colour[1] + 0.1 * colour[2];
    }

    /** Something that stands before the motif and hides a part of it. */
    private record Patch(double x, double y, double halfWidth, double halfHeight) {

        static Patch draw(SplittableRandom random, double difficulty) {
            return new Patch(
                    random.nextDouble(-1, 1),
                    random.nextDouble(-1, 1),
                    0.6 * difficulty * random.nextDouble(),
                    0.6 * difficulty * random.nextDouble());
        }

        boolean covers(double px, double py) {
            return Math.abs(px - x) < halfWidth && Math.abs(py - y) < halfHeight;
        }
    }
}
