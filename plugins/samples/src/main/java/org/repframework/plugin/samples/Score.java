package org.repframework.plugin.samples;

import java.util.LinkedHashMap;
import org.repframework.spi.Description;
import org.repframework.spi.SampleMetric;
import org.repframework.spi.Similarity;
import org.repframework.spi.StageFailure;

/** The result of a measure that is one number. */
final class Score {

    private static final double SPREAD = 1e-24; // the square of the share below which a unit is called dead

    private Score() {}

    static Description described() {
        return Description.of(Similarity.class);
    }

    static Similarity of(SampleMetric<?> metric, double score, SampleDistances x, SampleDistances y) {
        var details = new LinkedHashMap<String, Double>();
        details.put("deadX", (double) x.blocks().dead());
        details.put("deadY", (double) y.blocks().dead());
        return new Similarity(
                metric.name(),
                score,
                x.samples(),
                x.blocks().units(),
                y.blocks().units(),
                details);
    }

    /**
     * @param spread 0 if all distances between samples are equal, as far as numbers can tell: sums of squares about what
     *     the measure removes of them, or another measure of how they differ
     * @param all squares of the distances themselves, or 0 where the spread has no rounding
     */
    static void requireSpread(String side, double spread, double all) throws StageFailure {
        if (!(spread > SPREAD * all)) {
            throw new StageFailure("all samples of " + side
                    + " are equally far apart, so that their distances say nothing: the units may be dead, or too few");
        }
    }
}
