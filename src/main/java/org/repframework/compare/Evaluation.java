package org.repframework.compare;

import java.util.List;
import org.repframework.spi.Artifact;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.CorrelationMetric;
import org.repframework.spi.GramMetric;
import org.repframework.spi.Matcher;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.SampleMetric;
import org.repframework.spi.Scored;
import org.repframework.spi.Seeds;
import org.repframework.spi.Stage;

/**
 * What a stage said of two sides.
 *
 * @param measure that was asked for
 * @param artifact its result
 * @param warnings as it said them
 */
record Evaluation(Measure measure, Artifact artifact, List<String> warnings) {

    /**
     * @throws org.repframework.spi.StageFailure if the stage cannot do it, in words for the user
     * @throws org.repframework.spi.Refusal if the sides do not fit the stage
     */
    static Evaluation of(Measure measure, Sides sides, int threads, Seeds seeds) throws Exception {
        try (var context = new ComparisonContext(threads, seeds)) {
            var artifact = measure.stage().call(stage -> run(stage, measure, sides, context));
            return new Evaluation(measure, artifact, context.warnings());
        }
    }

    private static <S extends Record> Artifact run(
            Stage<S> stage, Measure measure, Sides sides, ComparisonContext context) throws Exception {
        var settings = stage.settings().cast(measure.settings());
        if (stage instanceof Matcher<S> matcher) {
            var correlation = sides.correlation(measure.on().orElseThrow(), context);
            correlation.warnings().forEach(context::warn);
            return matcher.match(settings, (CorrelationMatrix) correlation.artifact(), context);
        }
        var metric = (CorrelationMetric<S>) stage;
        metric.describe(settings, sides.describeX(), sides.describeY());
        return switch (metric.evidence(settings, sides.describeX(), sides.describeY())) {
            case MOMENTS ->
                metric instanceof SampleMetric<S> exact && sides.momentsLoseDigits()
                        ? exact.correlate(settings, sides.x(), sides.y(), context)
                        : ((MomentMetric<S>) metric).correlate(settings, sides.moments(), context);
            case GRAM -> ((GramMetric<S>) metric).correlate(settings, sides.gramX(), sides.gramY(), context);
            case SAMPLES -> ((SampleMetric<S>) metric).correlate(settings, sides.x(), sides.y(), context);
            case FREQUENCIES -> throw new IllegalStateException("a file has units, and no frequencies");
        };
    }

    /** The number that stands for the result. */
    double score() {
        var scores = ((Scored) artifact).scores();
        return scores.getOrDefault(measure.id(), scores.values().iterator().next());
    }
}
