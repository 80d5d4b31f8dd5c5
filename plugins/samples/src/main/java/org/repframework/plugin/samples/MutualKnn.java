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
 * Mutual nearest neighbours (Huh, Cheung, Wang and Isola, "The Platonic Representation Hypothesis", ICML 2024,
 * appendix A): of the k nearest neighbours of a sample in x, the share that are so in y; mean over samples.
 */
final class MutualKnn implements SampleMetric<Neighbourhoods.Settings> {

    @Override
    public String name() {
        return "mutual-knn";
    }

    @Override
    public String summary() {
        return "share of each sample's k nearest neighbours by cosine that x and y have in common, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "of the k nearest neighbours of a sample in x by cosine the share that are so in y, the "
                        + "mean over samples (Huh et al. 2024)",
                "none: rows are scaled to length 1",
                "of equally near neighbours the one of the lowest index; a sample is not its own " + "neighbour",
                "k",
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
        var common = 0L;
        for (var sample = 0; sample < neighbourhoods.samples(); sample++) {
            common += 2 * settings.k() - neighbourhoods.union(sample).length;
        }
        return Score.of(
                this,
                (double) common / settings.k() / neighbourhoods.samples(),
                neighbourhoods.x(),
                neighbourhoods.y());
    }
}
