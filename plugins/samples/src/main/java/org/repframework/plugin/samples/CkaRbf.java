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
 * Centred kernel alignment with the kernel exp(-d²/(2 t² m)), m the median of all n² squared distances between samples,
 * the n zeros among them (Kornblith, Norouzi, Lee and Hinton, "Similarity of Neural Network Representations Revisited",
 * ICML 2019, equation 4, and its choice of kernels): tr(KHLH) / sqrt(tr(KHKH) tr(LHLH)). Distances are kept for the median, of one
 * side at a time, and computed anew for the kernels.
 */
final class CkaRbf implements SampleMetric<CkaRbf.Settings> {

    record Settings(
            @Setting(
                    value = "width t of the kernel, in roots of the median squared distance",
                    defaultValue = "0.5",
                    min = 1e-3,
                    max = 1e6)
            double scale) {}

    @Override
    public String name() {
        return "cka-rbf";
    }

    @Override
    public String summary() {
        return "centred kernel alignment with a Gaussian kernel as wide as a share of the median distance, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "tr(KHLH) / root of tr(KHKH) tr(LHLH), K = exp(-d² / (2 t² m)), m the median of all n² "
                        + "squared distances, the zeros of the diagonal included (Kornblith et al. 2019, equation "
                        + "4)",
                "the kernels are centred",
                "exact",
                "none: it cancels",
                "fails if the median is 0 or all samples of a side are equally far apart; what does not fit into "
                        + MemoryBound.SIZE + " " + "is refused with the number of samples that would");
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
        MemoryBound.check(x, y, 2, samples -> 8 * MemoryBound.pairs(samples) + MemoryBound.blocks(samples, x, y), "");
        return Score.described();
    }

    @Override
    public Similarity correlate(Settings settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var work = new Work(context, 3 * SamplePairs.steps(x.samples()), "blocks of pairs");
        var a = SampleDistances.read("x", x, Distance.SQUARED_EUCLIDEAN, context, work);
        var b = SampleDistances.read("y", y, Distance.SQUARED_EUCLIDEAN, context, work);
        var width = 2 * settings.scale() * settings.scale();
        var widthA = width * median("x", a, work);
        var widthB = width * median("y", b, work);
        // The kernel less 1, which centring removes: so a wide kernel loses no digits.
        var sums = new PairSums(a.samples(), Math.expm1(-a.pilot() / widthA), Math.expm1(-b.pilot() / widthB));
        SamplePairs.visit(List.of(a, b), work, (sample, first, count, distances) -> {
            for (var i = 0; i < count; i++) {
                distances[0][i] = Math.expm1(-distances[0][i] / widthA);
                distances[1][i] = Math.expm1(-distances[1][i] / widthB);
            }
            sums.add(sample, first, count, distances[0], distances[1]);
        });
        return Score.of(this, Math.max(0, sums.ofDoubleCentred(0, 0).cosine()), a, b);
    }

    private static double median(String side, SampleDistances distances, Work work)
            throws StageFailure, InterruptedException {
        var n = (long) distances.samples();
        var sorted = PairBits.of(distances, work);
        var lower = squaredDistance((n * n - 1) / 2, n, sorted, work);
        var median = (lower + squaredDistance(n * n / 2, n, sorted, work)) / 2;
        if (!(median > 0)) {
            throw new StageFailure("the median squared distance between samples of " + side
                    + " is 0, since about half of the pairs or more are of equal samples; a Gaussian kernel has no"
                    + " width then: compare by linear 'cka', or over more varied images");
        }
        return median;
    }

    /** One of the n² squared distances in ascending order: n zeros, then those of each pair twice. */
    private static double squaredDistance(long place, long n, long[] bits, Work work) throws InterruptedException {
        return place < n ? 0 : OrderStatistic.of(bits, (place - n) / 2, work);
    }
}
