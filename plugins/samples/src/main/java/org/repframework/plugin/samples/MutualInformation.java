package org.repframework.plugin.samples;

import java.io.IOException;
import java.util.Arrays;
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
 * Mutual information of every unit of x with every unit of y, in nats (Li et al., "Convergent Learning: Do different
 * neural networks learn the same representations?", ICLR 2016): of the histogram of {@link ActivationBins},
 * less the bias (m_xy - m_x - m_y + 1)/(2n) of Miller and Madow, m the occupied cells of the joint and the two marginal
 * histograms (Miller, "Note on the bias of information estimates", 1955). The correction can make it slightly negative.
 * A dead unit has 0 with everything, itself included.
 */
final class MutualInformation implements SampleMetric<MutualInformation.Settings> {

    record Settings() {}

    private static final int CHECK = 1 << 24;

    @Override
    public String name() {
        return "mutual-information";
    }

    @Override
    public String summary() {
        return "mutual information of every unit of x with every unit of y, 10 bins a unit, in nats; 0 for dead units";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "mutual information in nats of the histograms of every unit of x and every unit of y, "
                        + "less (m_xy - m_x - m_y + 1) / (2n), m the occupied cells (Miller and Madow); the score "
                        + "is the mean of the row maxima (Li et al. 2016)",
                "none",
                "10 bins a unit: the zeros in one, the rest by percentiles; 10 percentile bins for a unit "
                        + "that is never 0",
                "n",
                "dead units have 0 with everything, themselves included, with a warning; needs 2 samples; "
                        + "what does not fit into " + MemoryBound.SIZE
                        + " is refused; the correction can make it slightly negative");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.PERMUTATION, Trait.UNIT_SCALING);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        var units = (double) x.units() + y.units();
        MemoryBound.check(
                x,
                y,
                2,
                samples -> samples * units
                        + 8 * Math.min(UnitColumns.NUMBERS, samples * units)
                        + 28 * samples
                        + 16.0 * x.units() * y.units(),
                "");
        return new Description.OfCorrelation(x.units(), y.units());
    }

    @Override
    public CorrelationMatrix correlate(Settings settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var n = Math.toIntExact(x.samples());
        var work = new Work(context, 2L * x.units() + y.units(), "units");
        var deadX = new DeadUnits("x");
        var deadY = new DeadUnits("y");
        var binsX = bins(x, deadX, work);
        var binsY = bins(y, deadY, work);
        deadX.warn(x.units(), "they share no information with anything", context);
        deadY.warn(y.units(), "they share no information with anything", context);
        var values = informations(binsX, binsY, n, work);
        return new CorrelationMatrix(name(), Matrix.of(x.units(), y.units(), values), n, deadX.units(), deadY.units());
    }

    /** Null of a dead unit. */
    private static ActivationBins[] bins(ActivationMatrix samples, DeadUnits dead, Work work)
            throws StageFailure, InterruptedException, IOException {
        var bins = new ActivationBins[samples.units()];
        UnitColumns.visit(
                dead.side(),
                samples,
                work,
                (unit, column) -> bins[unit] = dead.note(unit, column) ? null : ActivationBins.of(column));
        return bins;
    }

    private static double[] informations(ActivationBins[] x, ActivationBins[] y, int n, Work work)
            throws InterruptedException {
        var entropies = new double[n + 1]; // c log c of each count c
        for (var count = 1; count <= n; count++) {
            entropies[count] = count * Math.log(count);
        }
        var stride = Math.max(1, CHECK / n);
        var values = new double[Math.multiplyExact(x.length, y.length)];
        for (var i = 0; i < x.length; i++) {
            for (var j = 0; x[i] != null && j < y.length; j++) {
                if (j % stride == 0) {
                    work.check();
                }
                if (y[j] != null) {
                    values[i * y.length + j] = information(x[i], y[j], entropies);
                }
            }
            work.step();
        }
        return values;
    }

    private static double information(ActivationBins x, ActivationBins y, double[] entropies) {
        var n = entropies.length - 1;
        var joint = x.joint(y);
        var sum = entropies[n] + sum(joint, entropies) - sum(x.counts(), entropies) - sum(y.counts(), entropies);
        var bias = (occupied(joint) - occupied(x.counts()) - occupied(y.counts()) + 1) / 2.0;
        return (sum - bias) / n;
    }

    private static double sum(int[] counts, double[] entropies) {
        var sum = 0.0;
        for (var count : counts) {
            sum += entropies[count];
        }
        return sum;
    }

    private static long occupied(int[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }
}
