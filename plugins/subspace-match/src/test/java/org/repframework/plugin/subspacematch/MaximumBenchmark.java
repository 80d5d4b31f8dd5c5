package org.repframework.plugin.subspacematch;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.repframework.spi.JointMoments;
import org.repframework.spi.LengthMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;

/**
 * How long the maximum matches of two layers of ReLU units take at the five epsilons of the paper, all together, from
 * their joint moments. Prints one JSON line a round; the first rounds warm up.
 *
 * <p>Arguments: units of each layer (512), samples (10000), rounds (5).
 */
public final class MaximumBenchmark {

    private static final double[] EPSILONS = {0.15, 0.2, 0.25, 0.3, 0.5};
    private static final int SIGNALS = 400;

    private MaximumBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var units = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 512;
        var samples = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        var rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        var random = new Random(1);
        var signals = gaussian(samples, SIGNALS, random);
        var moments = moments(layer(signals, units, random), layer(signals, units, random));
        var context = (StageContext) Proxy.newProxyInstance(
                MaximumBenchmark.class.getClassLoader(),
                new Class<?>[] {StageContext.class},
                (proxy, method, given) -> null);
        for (var round = 1; round <= rounds; round++) {
            var start = System.nanoTime();
            var startOfThread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var scores = new double[EPSILONS.length];
            for (var i = 0; i < EPSILONS.length; i++) {
                scores[i] = new Maximum()
                        .correlate(new Maximum.Settings(EPSILONS[i]), moments, context)
                        .score();
            }
            System.out.printf(
                    Locale.ROOT,
                    "{\"bench\": \"maximum-%d\", \"round\": %d, \"seconds\": %.4f, \"cpu\": %.4f, \"scores\": %s}%n",
                    units,
                    round,
                    (System.nanoTime() - start) / 1e9,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startOfThread) / 1e9,
                    Arrays.toString(scores));
        }
    }

    /** ReLU units over signals of falling strength, so that spans overlap more or less. */
    private static double[][] layer(double[][] signals, int units, Random random) {
        var weights = gaussian(SIGNALS, units, random);
        for (var signal = 0; signal < SIGNALS; signal++) {
            for (var unit = 0; unit < units; unit++) {
                weights[signal][unit] /= 1 + signal;
            }
        }
        var layer = product(signals, weights);
        for (var row : layer) {
            Arrays.setAll(row, unit -> Math.max(0, row[unit]));
        }
        return layer;
    }

    private static JointMoments moments(double[][] x, double[][] y) {
        var meanX = mean(x);
        var meanY = mean(y);
        var a = transposed(x, meanX);
        var b = transposed(y, meanY);
        var largest = new double[meanX.length];
        var none = Matrix.row(new double[meanX.length]);
        Arrays.fill(largest, 1); // only asked whether a unit is dead about its mean, which no matcher here is
        return new JointMoments(
                x.length,
                Matrix.row(meanX),
                Matrix.row(meanY),
                products(a, a),
                products(b, b),
                products(a, b),
                Matrix.row(largest),
                Matrix.row(largest),
                new LengthMoments(0, 0, 0, none, none, none, none)); // no matcher asks for lengths
    }

    private static double[][] gaussian(int rows, int columns, Random random) {
        var values = new double[rows][columns];
        for (var row : values) {
            Arrays.setAll(row, column -> random.nextGaussian());
        }
        return values;
    }

    private static double[][] product(double[][] a, double[][] b) {
        var product = new double[a.length][b[0].length];
        for (var row = 0; row < a.length; row++) {
            for (var inner = 0; inner < b.length; inner++) {
                for (var column = 0; column < b[0].length; column++) {
                    product[row][column] += a[row][inner] * b[inner][column];
                }
            }
        }
        return product;
    }

    private static double[] mean(double[][] samples) {
        var mean = new double[samples[0].length];
        for (var row : samples) {
            for (var unit = 0; unit < mean.length; unit++) {
                mean[unit] += row[unit] / samples.length;
            }
        }
        return mean;
    }

    private static double[][] transposed(double[][] samples, double[] mean) {
        var result = new double[mean.length][samples.length];
        for (var row = 0; row < samples.length; row++) {
            for (var unit = 0; unit < mean.length; unit++) {
                result[unit][row] = samples[row][unit] - mean[unit];
            }
        }
        return result;
    }

    private static Matrix products(double[][] a, double[][] b) {
        var values = new double[a.length * b.length];
        for (var row = 0; row < a.length; row++) {
            for (var column = 0; column < b.length; column++) {
                var sum = 0.0;
                for (var sample = 0; sample < a[row].length; sample++) {
                    sum += a[row][sample] * b[column][sample];
                }
                values[row * b.length + column] = sum;
            }
        }
        return Matrix.of(a.length, b.length, values);
    }
}
