package org.repframework.plugin.samples;

import java.io.IOException;
import java.util.List;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.SampleMetric;
import org.repframework.spi.Setting;
import org.repframework.spi.Similarity;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Representational similarity analysis (Kriegeskorte, Mur and Bandettini, "Representational similarity analysis -
 * connecting the branches of systems neuroscience", Frontiers in Systems Neuroscience 2, 2008): the distances between
 * all pairs of samples i < j in x, compared with those in y.
 *
 * <p>{@code whitened-cosine} is the cosine weighed by the inverse covariance of the distances, V with 4 for a pair with
 * itself, 1 for pairs that share a sample, else 0, up to a factor (Diedrichsen et al., "Comparing representational
 * geometries using whitened unbiased-distance-matrix similarity", 2020, for independent noise). V is
 * 2I + BᵀB with B the samples x pairs incidence, and so aᵀV⁻¹b a quarter of the inner product of the double-centred
 * matrices of distances, without any V. On squared Euclidean distances it is linear CKA.
 */
final class Rsa implements SampleMetric<Rsa.Settings> {

    enum Comparison {
        SPEARMAN,
        PEARSON,
        COSINE,
        KENDALL,
        WHITENED_COSINE
    }

    record Settings(
            @Setting(value = "distance between two samples", defaultValue = "euclidean")
            Distance distance,

            @Setting(value = "comparison of the distances in x and in y", defaultValue = "spearman")
            Comparison compare) {

        boolean byRank() {
            return compare == Comparison.SPEARMAN || compare == Comparison.KENDALL;
        }
    }

    private static final int BYTES_PER_RANK = 28; // a number, its place, the same again to sort into, and a rank of x

    @Override
    public String name() {
        return "rsa";
    }

    @Override
    public String summary() {
        return "representational similarity analysis: the distances between samples in x, compared with those in y";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "the distances between all pairs of samples in x, compared with those in y (Kriegeskorte "
                        + "et al. 2008); whitened-cosine weighs by the inverse covariance of the distances "
                        + "(Diedrichsen et al. 2020)",
                "none of the activations; distance=correlation centres each sample over its units",
                "equal distances have the average of their ranks; Kendall's tau-b",
                "none: it cancels",
                "fails where all distances of a side are equal; what does not fit into " + MemoryBound.SIZE
                        + " is refused " + "with the number of samples that would");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.TRANSLATION, Trait.ISOTROPIC_SCALING, Trait.ROTATION)
                .between(-1, 1);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        var bytes = settings.byRank() ? BYTES_PER_RANK : 0;
        MemoryBound.check(
                x,
                y,
                3,
                samples -> bytes * MemoryBound.pairs(samples) + MemoryBound.blocks(samples, x, y),
                settings.byRank() ? "'pearson', 'cosine' and 'whitened-cosine' keep no distances" : "");
        return Score.described();
    }

    @Override
    public Similarity correlate(Settings settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var steps = SamplePairs.steps(x.samples());
        var work = new Work(context, settings.byRank() ? 2 * steps : steps, "blocks of pairs");
        var a = SampleDistances.read("x", x, settings.distance(), context, work);
        var b = SampleDistances.read("y", y, settings.distance(), context, work);
        return Score.of(
                this, (settings.byRank() ? ranks(settings, a, b, work) : sums(settings, a, b, work)).cosine(), a, b);
    }

    private static PairSums.Products ranks(Settings settings, SampleDistances a, SampleDistances b, Work work)
            throws StageFailure, InterruptedException {
        var x = PairRanks.of(a, work);
        var y = PairRanks.of(b, work);
        var products =
                settings.compare() == Comparison.SPEARMAN ? PairRanks.spearman(x, y) : PairRanks.kendall(x, y, work);
        Score.requireSpread("x", products.aa(), 0);
        Score.requireSpread("y", products.bb(), 0);
        return products;
    }

    private static PairSums.Products sums(Settings settings, SampleDistances a, SampleDistances b, Work work)
            throws StageFailure, InterruptedException {
        var sums = new PairSums(a.samples(), a.pilot(), b.pilot());
        SamplePairs.visit(
                List.of(a, b),
                work,
                (sample, first, count, distances) -> sums.add(sample, first, count, distances[0], distances[1]));
        var products = switch (settings.compare()) {
            case PEARSON -> sums.ofCentredPairs();
            case WHITENED_COSINE -> sums.ofDoubleCentred(0, 0);
            default -> sums.ofPairs();
        };
        Score.requireSpread("x", products.aa(), sums.ofPairs().aa());
        Score.requireSpread("y", products.bb(), sums.ofPairs().bb());
        return products;
    }
}
