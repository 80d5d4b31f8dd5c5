package org.repframework.engine.execution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.repframework.spi.Artifact;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Frequency;
import org.repframework.spi.FrequencyMoments;
import org.repframework.spi.FrequencySimilarity;
import org.repframework.spi.FrequencySimilarity.At;
import org.repframework.spi.Inputs;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Ports;
import org.repframework.spi.Scored;
import org.repframework.spi.Stage;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * A metric applied at every frequency of two Fourier transforms by itself; the score is the mean (Raghu et al., NIPS 2017,
 * section 2). The plan has seen to it that the metric may ({@code MomentMetric.comparesFrequencies}).
 */
final class FrequencyComparison {

    private final Inputs<Artifact> inputs;
    private final FrequencyMoments moments;

    private FrequencyComparison(Inputs<Artifact> inputs, FrequencyMoments moments) {
        this.inputs = inputs;
        this.moments = moments;
    }

    /** What a stage makes of its inputs, frequency by frequency where that is what they are. */
    static <S extends Record> Ports<Artifact> run(
            Stage<S> stage, S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        for (var input : inputs.all()) {
            if (input.value() instanceof FrequencyMoments moments) {
                return new FrequencyComparison(inputs, moments).run(stage, settings, context);
            }
        }
        return stage.run(settings, inputs, context);
    }

    private <S extends Record> Ports<Artifact> run(Stage<S> stage, S settings, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var compared = new ArrayList<At>();
        var degenerate = new ArrayList<Frequency>();
        var warnings = new FrequencyWarnings(context);
        var all = moments.frequencies();
        var port = "";
        for (var i = 0; i < all.size(); i++) {
            context.checkInterrupted();
            var here = moments.at(i);
            if (hasDeadSide(here)) {
                degenerate.add(all.get(i));
            } else {
                var outputs = stage.run(settings, with(here), warnings.at(all.get(i)));
                port = outputs.first();
                compared.add(at(all.get(i), here, outputs.byName().get(port)));
            }
            context.progress(i + 1L, all.size(), "frequencies");
        }
        if (compared.isEmpty()) {
            throw new StageFailure("all units of a side are dead at each of the " + all.size()
                    + " frequencies: there is nothing to compare");
        }
        warnings.pass(compared.size());
        if (!degenerate.isEmpty()) {
            context.warn("all units of a side are dead at " + degenerate.size() + " of " + all.size()
                    + " frequencies, which are left out of the mean");
        }
        return Ports.of(
                port,
                new FrequencySimilarity(
                        stage.name(),
                        mean(compared),
                        moments.samples(),
                        moments.unitsX(),
                        moments.unitsY(),
                        compared,
                        degenerate));
    }

    private static boolean hasDeadSide(JointMoments moments) {
        return moments.deadX().size() == moments.unitsX() || moments.deadY().size() == moments.unitsY();
    }

    private Inputs<Artifact> with(JointMoments here) {
        return new Inputs<>(inputs.all().stream()
                .map(input -> input.value() == moments
                        ? new Inputs.Input<Artifact>(input.slot(), input.labels(), here)
                        : input)
                .toList());
    }

    /** In real form every unit and direction is there twice, unless the transform is real. */
    private static At at(Frequency frequency, JointMoments moments, Artifact result) {
        var times = frequency.real() ? 1.0 : 2.0;
        var details = new LinkedHashMap<String, Double>();
        details.put("deadX", moments.deadX().size() / times);
        details.put("deadY", moments.deadY().size() / times);
        if (result instanceof CanonicalCorrelations canonical) {
            details.put("keptX", canonical.keptX() / times);
            details.put("keptY", canonical.keptY() / times);
        }
        var score = ((Scored) result).scores().values().iterator().next();
        return new At(frequency, score, details);
    }

    private static double mean(List<At> compared) {
        var sum = 0.0;
        var weights = 0;
        for (var at : compared) {
            sum += at.frequency().weight() * at.score();
            weights += at.frequency().weight();
        }
        return sum / weights;
    }
}
