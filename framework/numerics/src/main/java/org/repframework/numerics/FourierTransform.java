package org.repframework.numerics;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.repframework.spi.Frequency;
import org.repframework.spi.ImageShape;

/**
 * The two-dimensional discrete Fourier transform of an image's channels: over positions (h, w) of H x W
 * the sum of a(h, w) exp(-2πi (row h / H + column w / W)), first down the height, then across the width. Nothing is divided
 * by the number of positions.
 */
final class FourierTransform {

    private final ImageShape shape;
    private final double[] cosinesDown; // of h cycles / H, by h * cycles modulo H
    private final double[] sinesDown;
    private final double[] cosinesAcross;
    private final double[] sinesAcross;
    private final double[] cosineSums; // of one image down the height (width x channels)
    private final double[] sineSums;

    FourierTransform(ImageShape shape) {
        this.shape = shape;
        cosinesDown = wave(shape.height(), 0);
        sinesDown = wave(shape.height(), -Math.PI / 2);
        cosinesAcross = wave(shape.width(), 0);
        sinesAcross = wave(shape.width(), -Math.PI / 2);
        cosineSums = new double[shape.width() * shape.channels()];
        sineSums = new double[cosineSums.length];
    }

    // StrictMath: the same bits on every machine
    private static double[] wave(int length, double phase) {
        return IntStream.range(0, length)
                .mapToDouble(i -> StrictMath.cos(2 * Math.PI * i / length + phase))
                .toArray();
    }

    /**
     * @param image height x width x channels
     * @param target at each frequency wanted the real parts of all channels, then the imaginary parts where there are any
     */
    void transform(double[] image, Map<Frequency, double[]> target) {
        for (var cycles = 0; cycles <= shape.height() / 2; cycles++) {
            var row = cycles;
            sumDown(image, cycles);
            target.forEach((frequency, values) -> {
                if (Math.abs(frequency.row()) == row) {
                    sumAcross(frequency, values);
                }
            });
        }
    }

    private void sumDown(double[] image, int cycles) {
        Arrays.fill(cosineSums, 0);
        Arrays.fill(sineSums, 0);
        for (var h = 0; h < shape.height(); h++) {
            var angle = h * cycles % shape.height();
            var start = h * cosineSums.length;
            addMultiple(cosinesDown[angle], image, start, cosineSums, 0, cosineSums.length);
            addMultiple(sinesDown[angle], image, start, sineSums, 0, sineSums.length);
        }
    }

    // With sums C - iS, of -row C + iS: (C - iS)(cos - i sin) = (C cos - S sin) - i (C sin + S cos).
    private void sumAcross(Frequency frequency, double[] target) {
        var channels = shape.channels();
        var sign = frequency.row() < 0 ? -1 : 1;
        Arrays.fill(target, 0);
        for (var w = 0; w < shape.width(); w++) {
            var angle = w * frequency.column() % shape.width();
            var cosine = cosinesAcross[angle];
            var sine = sinesAcross[angle];
            var start = w * channels;
            addMultiple(cosine, cosineSums, start, target, 0, channels);
            addMultiple(-sign * sine, sineSums, start, target, 0, channels);
            if (!frequency.real()) {
                addMultiple(-sine, cosineSums, start, target, channels, channels);
                addMultiple(-sign * cosine, sineSums, start, target, channels, channels);
            }
        }
    }

    // A method of its own over plain arrays, which the compiler turns into vector instructions.
    private static void addMultiple(double factor, double[] source, int from, double[] target, int to, int count) {
        for (var i = 0; i < count; i++) {
            target[to + i] += factor * source[from + i];
        }
    }
}
