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
 * Jaccard similarity of neighbourhoods (Klabunde, Schumacher, Strohmaier and Lemmerich, "Similarity of Neural Network
 * Models: A Survey of Functional and Representational Measures", 2023, section on neighborhood-based measures): of the k
 * nearest neighbours of a sample in x and in y, those in both over those in either; mean over samples.
 */
final class JaccardKnn implements SampleMetric<Neighbourhoods.Settings> {

    @Override
    public String name() {
        return "jaccard-knn";
    }

    @Override
    public String summary() {
        return "neighbours by cosine that x and y have in common, over those in either, mean over samples, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "of the k nearest neighbours of a sample by cosine those in both sides over those in "
                        + "either, the mean over samples (Klabunde et al. 2023)",
                "none: rows are scaled to length 1",
                "of equally near neighbours the one of the lowest index; a sample is not its own " + "neighbour",
                "the neighbours in either side",
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
            var either = neighbourhoods.union(sample).length;
            sum += (2.0 * settings.k() - either) / either;
        }
        return Score.of(this, sum / neighbourhoods.samples(), neighbourhoods.x(), neighbourhoods.y());
    }
}
