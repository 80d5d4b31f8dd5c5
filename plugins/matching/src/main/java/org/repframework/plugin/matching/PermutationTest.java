package org.repframework.plugin.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.Matching;
import org.repframework.spi.Matrix;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.SampleMatcher;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * A matching by Pearson's correlation with a p value for each unit: whole images of y are permuted, and the matching is
 * found anew in each draw, because a maximum over assignments is high for unrelated networks too (SCIENCE.md 3). The p
 * value of a unit is (1 + draws in which its partner is at least as well correlated) / (draws + 1); a draw in which a
 * unit of the larger side stays without a partner is not one of them.
 *
 * <p>A p value is at least 1 / (draws + 1). Where many units are tested together, by Benjamini and Hochberg at a rate of
 * .05 say, none can be found unless a share of 20 / (draws + 1) of them matches: take more draws where few may.
 */
final class PermutationTest implements SampleMatcher<PermutationTest.Settings> {

    /** Finds a partner for each row, or {@link Assignment#NONE}. */
    interface Partners {
        int[] of(Matrix values, StageContext context) throws InterruptedException;
    }

    record Settings(
            @Setting(value = "how often the images of y are permuted", defaultValue = "100", min = 1, max = 100_000)
            int draws,

            @Setting(value = "match by the absolute correlation", defaultValue = "false")
            boolean absolute) {}

    private final String method;
    private final String summary;
    private final Partners partners;

    private PermutationTest(String method, String summary, Partners partners) {
        this.method = method;
        this.summary = summary;
        this.partners = partners;
    }

    static PermutationTest bipartite() {
        return new PermutationTest(
                "bipartite",
                "bipartite matching by Pearson's correlation, each unit tested against permuted images",
                Assignment::ofLargestSum);
    }

    static PermutationTest semi() {
        return new PermutationTest(
                "semi",
                "semi-matching of the units of x by Pearson's correlation, each tested against permuted images",
                (values, context) -> {
                    var none = new boolean[values.columns()];
                    var best = new int[values.rows()];
                    Arrays.setAll(best, unit -> Correlations.best(values, unit, none));
                    return best;
                });
    }

    @Override
    public String name() {
        return method + "-test";
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public Definition definition() {
        return new Definition(
                "the matching of Pearson's correlations, and for each unit how often permuted images match it as well; solved anew in each draw",
                "the mean of each unit, over the samples",
                "p = (1 + draws at least as well correlated) / (draws + 1)",
                "the number of draws + 1",
                "a dead unit correlates 0 with everything; one image is refused");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        return Description.of(Matching.class);
    }

    @Override
    public Matching correlate(Settings settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var images = requireImages(x, y);
        warnOfFewOrders(images, settings.draws(), context);
        var correlations = new PermutedCorrelations(x, y, context);
        var natural = new int[images];
        Arrays.setAll(natural, image -> image);
        var matched = sided(settings, correlations.of(List.of(natural), context).get(0));
        var partnerOf = partners.of(matched, context);
        var found = matchedCorrelations(matched, partnerOf);
        var atLeast = new int[found.length];
        var random = new SplittableRandom(context.seed("order of images"));
        for (var done = 0; done < settings.draws(); ) {
            var orders = new ArrayList<int[]>();
            while (orders.size() < Math.min(correlations.together(), settings.draws() - done)) {
                orders.add(shuffled(natural, random));
            }
            for (var drawn : correlations.of(orders, context)) {
                var values = sided(settings, drawn);
                var chance = matchedCorrelations(values, partners.of(values, context));
                for (var unit = 0; unit < found.length; unit++) {
                    atLeast[unit] += chance[unit] >= found[unit] ? 1 : 0;
                }
                context.progress(++done, settings.draws(), "draws");
            }
        }
        var metric = settings.absolute() ? "absolute pearson" : "pearson";
        var correlation =
                new CorrelationMatrix(metric, matched, x.samples(), correlations.deadX(), correlations.deadY());
        return matching(correlation, partnerOf, atLeast, settings.draws());
    }

    private Matching matching(CorrelationMatrix correlation, int[] partnerOf, int[] atLeast, int draws) {
        var pairs = new ArrayList<Matching.Pair>();
        var pValues = new ArrayList<Double>();
        for (var unit = 0; unit < partnerOf.length; unit++) {
            if (partnerOf[unit] != Assignment.NONE) {
                var partner = partnerOf[unit];
                pairs.add(new Matching.Pair(unit, partner, correlation.values().at(unit, partner)));
                pValues.add((1.0 + atLeast[unit]) / (draws + 1));
            }
        }
        return new Matching(method, pairs, correlation, pValues);
    }

    private static int requireImages(ActivationMatrix x, ActivationMatrix y) throws StageFailure {
        var images = x.samples() / x.samplesPerImage();
        if (y.samples() / y.samplesPerImage() != images || x.samplesPerImage() != y.samplesPerImage()) {
            throw new StageFailure("x has " + images + " images of " + x.samplesPerImage() + " samples, y "
                    + y.samples() / y.samplesPerImage() + " of " + y.samplesPerImage()
                    + ": record both over the same images and read layers of one size, or as 'sum' or 'mean'");
        }
        if (images < 2) {
            throw new StageFailure("a permutation needs at least 2 images, there is " + images);
        }
        return Math.toIntExact(images);
    }

    private static void warnOfFewOrders(int images, int draws, StageContext context) {
        var orders = 1L;
        for (var i = 2; i <= images && orders <= draws; i++) {
            orders *= i;
        }
        if (orders <= draws) {
            context.warn("only " + images + " images: they have " + orders + " orders, fewer than the " + draws
                    + " draws, so the p values are coarser than they look");
        }
    }

    private static Matrix sided(Settings settings, Matrix values) {
        return settings.absolute() ? Correlations.absolute(values) : values;
    }

    /** Of each unit; minus infinity where it has no partner. */
    private static double[] matchedCorrelations(Matrix values, int[] partnerOf) {
        var matched = new double[partnerOf.length];
        Arrays.setAll(
                matched,
                unit -> partnerOf[unit] == Assignment.NONE
                        ? Double.NEGATIVE_INFINITY
                        : values.at(unit, partnerOf[unit]));
        return matched;
    }

    private static int[] shuffled(int[] natural, SplittableRandom random) {
        var order = natural.clone();
        for (var i = order.length - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var image = order[i];
            order[i] = order[other];
            order[other] = image;
        }
        return order;
    }
}
