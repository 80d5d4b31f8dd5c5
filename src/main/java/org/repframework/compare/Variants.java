package org.repframework.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.StageFailure;

/**
 * How measures of one name read by the conventions of other packages, on the data at hand. Every number comes from an
 * installed stage; what differs is what the stage is given.
 */
final class Variants {

    private final MeasureSyntax syntax;
    private final Sides sides;
    private final double threshold;
    private final int threads;
    private final Seeds seeds;
    private final List<Outcome> outcomes = new ArrayList<>();

    /** @param threshold of SVCCA, however it is meant */
    Variants(MeasureSyntax syntax, Sides sides, double threshold, int threads, Seeds seeds) {
        this.syntax = syntax;
        this.sides = sides;
        this.threshold = threshold;
        this.threads = threads;
        this.seeds = seeds;
    }

    List<Outcome> outcomes() throws Exception {
        var mirrored = Sides.of(new Mirrored(sides.x()), new Mirrored(sides.y()), threads);
        for (var truncation : Truncation.values()) {
            add("cca", Map.of(), truncation.title(threshold), truncated(sides, truncation));
        }
        add(
                "cca",
                Map.of(),
                Truncation.VARIANCE_SHARE.title(threshold) + ", neither side centred",
                truncated(mirrored, Truncation.VARIANCE_SHARE));
        add("cca", Map.of(), "CCA, mean rho, centred: cca", sides);
        add("cca", Map.of(), "CCA, mean rho, neither side centred", mirrored);
        add("pwcca", Map.of("side", "x"), "PWCCA, weights from X: pwcca:side=x", sides);
        add("pwcca", Map.of("side", "y"), "PWCCA, weights from Y: pwcca:side=y", sides);
        add("cka", Map.of(), "linear CKA, centred: cka", sides);
        add("cka", Map.of(), "linear CKA, neither side centred", mirrored);
        add("cka-debiased", Map.of(), "linear CKA, debiased: cka-debiased", sides);
        add("procrustes", Map.of(), "Procrustes similarity, centred: procrustes", sides);
        add("procrustes", Map.of(), "Procrustes similarity, neither side centred", mirrored);
        return outcomes;
    }

    private Sides truncated(Sides whole, Truncation truncation) throws Exception {
        var moments = whole.moments();
        var n = moments.samples();
        return Sides.of(
                new Projected(whole.x(), truncation.directions(moments.xx(), threshold, n)),
                new Projected(whole.y(), truncation.directions(moments.yy(), threshold, n)),
                threads);
    }

    private void add(String id, Map<String, Object> settings, String label, Sides given) throws Exception {
        var measure = syntax.find(id, settings);
        if (measure.isPresent()) {
            outcomes.add(outcome(measure.get(), given).labelled(label));
        }
    }

    private Outcome outcome(Measure measure, Sides given) throws Exception {
        try {
            return Outcome.of(measure, Evaluation.of(measure, given, threads, seeds));
        } catch (StageFailure | Refusal impossible) {
            return Outcome.failed(measure, impossible.getMessage());
        }
    }
}
