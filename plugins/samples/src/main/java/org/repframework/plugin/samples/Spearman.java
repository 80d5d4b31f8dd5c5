package org.repframework.plugin.samples;

import java.io.IOException;
import java.util.Arrays;
import org.repframework.numerics.MatrixProduct;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.Matrix;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.SampleMetric;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Spearman's rank correlation of every unit of x with every unit of y: Pearson's correlation of the ranks over the
 * samples, equal activations with the average of their ranks (Spearman, "The Proof and Measurement of Association between
 * Two Things", The American Journal of Psychology 15, 1904). A dead unit has correlation 0 with everything, itself
 * included. Products of ranks are whole numbers, and exact up to 200 000 samples.
 */
final class Spearman implements SampleMetric<Spearman.Settings> {

    record Settings() {}

    /** Samples of one product: short enough to be asked between two of them whether to stop. */
    private static final int SAMPLES = 512;

    @Override
    public String name() {
        return "spearman";
    }

    @Override
    public String summary() {
        return "Spearman's rank correlation of every unit of x with every unit of y, -1 to 1; 0 for dead units";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "Pearson's correlation of the ranks of every unit of x and every unit of y; the score is "
                        + "the mean of the row maxima (Spearman 1904)",
                "the mean rank is subtracted",
                "equal activations have the average of their ranks",
                "none: it cancels",
                "dead units have 0 with everything, themselves included, with a warning; needs 2 samples; "
                        + "what does not fit into " + MemoryBound.SIZE + " is refused");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.PERMUTATION, Trait.TRANSLATION, Trait.UNIT_SCALING)
                .between(-1, 1);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        var units = (double) x.units() + y.units();
        MemoryBound.check(
                x,
                y,
                2,
                samples -> 4 * samples * units
                        + 8 * Math.min(UnitColumns.NUMBERS, samples * units)
                        + 24 * SAMPLES * units
                        + 24.0 * x.units() * y.units(),
                "");
        return new Description.OfCorrelation(x.units(), y.units());
    }

    @Override
    public CorrelationMatrix correlate(Settings settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var n = Math.toIntExact(x.samples());
        var work = new Work(context, (long) x.units() + y.units() + (n + SAMPLES - 1) / SAMPLES, "steps");
        var deadX = new DeadUnits("x");
        var deadY = new DeadUnits("y");
        var ranksX = ranks(x, deadX, work);
        var ranksY = ranks(y, deadY, work);
        deadX.warn(x.units(), "they correlate 0 with everything", context);
        deadY.warn(y.units(), "they correlate 0 with everything", context);
        var correlations = correlations(ranksX, ranksY, products(ranksX, ranksY, work));
        return new CorrelationMatrix(name(), correlations, n, deadX.units(), deadY.units());
    }

    /** Of each unit (units x samples), twice the average rank less its mean n + 1; of a dead unit 0. */
    private static int[][] ranks(ActivationMatrix samples, DeadUnits dead, Work work)
            throws StageFailure, InterruptedException, IOException {
        var ranks = new int[samples.units()][];
        UnitColumns.visit(
                dead.side(),
                samples,
                work,
                (unit, column) -> ranks[unit] = dead.note(unit, column) ? new int[column.length] : ranks(column));
        return ranks;
    }

    private static int[] ranks(double[] column) {
        var n = column.length;
        var sorted = column.clone();
        Arrays.sort(sorted);
        var values = new double[n]; // the distinct ones
        var ranks = new int[n];
        var distinct = 0;
        for (int start = 0, end; start < n; start = end) {
            for (end = start + 1; end < n && sorted[end] == sorted[start]; ) {
                end++;
            }
            values[distinct] = sorted[start];
            ranks[distinct++] = start + end - n;
        }
        var result = new int[n];
        for (var sample = 0; sample < n; sample++) {
            result[sample] = ranks[Arrays.binarySearch(values, 0, distinct, column[sample])];
        }
        return result;
    }

    private static double[] products(int[][] x, int[][] y, Work work) throws InterruptedException {
        var n = x[0].length;
        var products = new double[Math.multiplyExact(x.length, y.length)];
        for (var from = 0; from < n; from += SAMPLES) {
            var to = Math.min(n, from + SAMPLES);
            var part = MatrixProduct.ofTransposed(part(x, from, to), part(y, from, to)); // (units of x x units of y)
            for (var i = 0; i < products.length; i++) {
                products[i] += part.at(i / y.length, i % y.length);
            }
            work.step();
        }
        return products;
    }

    private static Matrix part(int[][] ranks, int from, int to) {
        var values = new double[Math.multiplyExact(ranks.length, to - from)];
        for (var unit = 0; unit < ranks.length; unit++) {
            for (var sample = from; sample < to; sample++) {
                values[unit * (to - from) + sample - from] = ranks[unit][sample];
            }
        }
        return Matrix.of(ranks.length, to - from, values);
    }

    private static Matrix correlations(int[][] x, int[][] y, double[] products) {
        var squaresX = Arrays.stream(x).mapToDouble(Spearman::squares).toArray();
        var squaresY = Arrays.stream(y).mapToDouble(Spearman::squares).toArray();
        for (var i = 0; i < x.length; i++) {
            for (var j = 0; j < y.length; j++) {
                var scale = Math.sqrt(squaresX[i] * squaresY[j]);
                var at = i * y.length + j;
                products[at] = scale == 0 ? 0 : Math.max(-1, Math.min(1, products[at] / scale));
            }
        }
        return Matrix.of(x.length, y.length, products);
    }

    private static double squares(int[] ranks) {
        var sum = 0.0;
        for (var rank : ranks) {
            sum += (double) rank * rank;
        }
        return sum;
    }
}
