package org.repframework.plugin.samples;

import java.io.IOException;
import java.util.List;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.SampleMetric;
import org.repframework.spi.Similarity;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Distance correlation (Székely, Rizzo and Bakirov, "Measuring and testing dependence by correlation of distances", The
 * Annals of Statistics 35, 2007, definitions 4 and 5): sqrt(dCov²(X,Y) / sqrt(dVar(X) dVar(Y))) with dCov² the mean
 * product of double-centred Euclidean distances between samples, the V-statistic. No distance is kept.
 */
final class DistanceCorrelation implements SampleMetric<DistanceCorrelation.Settings> {

    record Settings() {}

    @Override
    public String name() {
        return "distance-correlation";
    }

    @Override
    public String summary() {
        return "correlation of the double-centred Euclidean distances between samples, a V-statistic, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "root of dCov²(X, Y) / root of dVar(X) dVar(Y), dCov² the mean product of double-centred "
                        + "Euclidean distances (Székely et al. 2007)",
                "distances are centred by row and by column",
                "exact",
                "n² (V-statistic), which cancels",
                "fails if all samples of a side are equally far apart; high for few samples and many units; what does "
                        + "not fit into " + MemoryBound.SIZE + " is refused with the number of samples that would");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.TRANSLATION, Trait.ISOTROPIC_SCALING, Trait.ROTATION)
                .between(0, 1);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        MemoryBound.check(x, y, 2, samples -> MemoryBound.blocks(samples, x, y), "");
        return Score.described();
    }

    @Override
    public Similarity correlate(Settings settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var work = new Work(context, SamplePairs.steps(x.samples()), "blocks of pairs");
        var a = SampleDistances.read("x", x, Distance.EUCLIDEAN, context, work);
        var b = SampleDistances.read("y", y, Distance.EUCLIDEAN, context, work);
        var sums = new PairSums(a.samples(), a.pilot(), b.pilot());
        SamplePairs.visit(
                List.of(a, b),
                work,
                (sample, first, count, distances) -> sums.add(sample, first, count, distances[0], distances[1]));
        var products = sums.ofDoubleCentred(0, 0);
        Score.requireSpread("x", products.aa(), sums.ofPairs().aa());
        Score.requireSpread("y", products.bb(), sums.ofPairs().bb());
        return Score.of(this, Math.sqrt(Math.max(0, products.cosine())), a, b);
    }
}
