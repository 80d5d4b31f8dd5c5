package org.repframework.plugin.samples;

import java.io.IOException;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.SampleMetric;
import org.repframework.spi.Similarity;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Traits;

/**
 * Second-order cosine similarity (Hamilton, Leskovec and Jurafsky, "Cultural Shift or Linguistic Drift? Comparing Two
 * Computational Measures of Semantic Change", EMNLP 2016): of each sample, the cosine between its two
 * vectors of cosine distances, in x and in y, to all that are among its k nearest neighbours in x or in y; mean over
 * samples. Two vectors of zeros are alike, 1; one of zeros is unlike any other, 0.
 */
final class SecondOrderCosine implements SampleMetric<Neighbourhoods.Settings> {

    @Override
    public String name() {
        return "second-order-cosine";
    }

    @Override
    public String summary() {
        return "cosine between a sample's distances to its neighbours in x and in y, mean over samples, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "cosine between a sample's cosine distances in x and in y to all that are among its k "
                        + "nearest neighbours in either, the mean over samples (Hamilton et al. 2016)",
                "none: rows are scaled to length 1",
                "of equally near neighbours the one of the lowest index; two vectors of zeros are alike, " + "1",
                "none: a cosine",
                "more than k samples are needed; what does not fit into " + MemoryBound.SIZE
                        + " is refused with the number " + "of samples that would");
    }

    @Override
    public Class<Neighbourhoods.Settings> settings() {
        return Neighbourhoods.Settings.class;
    }

    @Override
    public Traits traits() {
        return Neighbourhoods.TRAITS;
    }

    @Override
    public Description describe(Neighbourhoods.Settings settings, RecordingDescription x, RecordingDescription y) {
        return Neighbourhoods.describe(settings, x, y);
    }

    @Override
    public Similarity correlate(
            Neighbourhoods.Settings settings, ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var neighbourhoods = Neighbourhoods.of(settings, x, y, context);
        var sum = 0.0;
        for (var sample = 0; sample < neighbourhoods.samples(); sample++) {
            context.checkInterrupted();
            sum += cosine(sample, neighbourhoods);
        }
        return Score.of(this, sum / neighbourhoods.samples(), neighbourhoods.x(), neighbourhoods.y());
    }

    private static double cosine(int sample, Neighbourhoods neighbourhoods) {
        var xx = 0.0;
        var xy = 0.0;
        var yy = 0.0;
        for (var neighbour : neighbourhoods.union(sample)) {
            var inX = neighbourhoods.x().between(sample, neighbour);
            var inY = neighbourhoods.y().between(sample, neighbour);
            xx += inX * inX;
            xy += inX * inY;
            yy += inY * inY;
        }
        if (xx == 0 || yy == 0) {
            return xx == yy ? 1 : 0;
        }
        return Math.min(1, xy / Math.sqrt(xx * yy));
    }
}
