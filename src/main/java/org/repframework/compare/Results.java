package org.repframework.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.repframework.engine.store.Json;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Matrix;

/**
 * What came of a comparison.
 *
 * @param warnings of the files
 * @param samples n
 * @param unitsX p
 * @param unitsY q
 */
public record Results(List<Outcome> outcomes, List<String> warnings, long samples, int unitsX, int unitsY) {

    public Results {
        outcomes = List.copyOf(outcomes);
        warnings = List.copyOf(warnings);
    }

    /** What could not be computed, a line each. */
    public List<String> failures() {
        return outcomes.stream()
                .filter(outcome -> outcome.evaluation().isEmpty())
                .map(outcome -> (outcome.label().isEmpty() ? outcome.measure().title() : outcome.label()) + ": "
                        + outcome.failure())
                .toList();
    }

    /** The matrix of the first measure that gives one. */
    public Optional<Matrix> matrix() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.evaluation().stream())
                .map(Evaluation::artifact)
                .filter(CorrelationMatrix.class::isInstance)
                .map(artifact -> ((CorrelationMatrix) artifact).values())
                .findFirst();
    }

    /** One object a line, in the order of what was asked for. */
    public String json() {
        return outcomes.stream()
                .map(outcome -> Json.LINE.writeValueAsString(document(outcome)) + "\n")
                .collect(Collectors.joining());
    }

    private Map<String, Object> document(Outcome outcome) {
        var document = new LinkedHashMap<String, Object>();
        if (!outcome.label().isEmpty()) {
            document.put("variant", outcome.label());
        }
        document.put("measure", outcome.measure().id());
        document.put("settings", outcome.measure().plainSettings());
        document.put("score", outcome.evaluation().map(Evaluation::score).orElse(null));
        document.put("n", samples);
        document.put("p", unitsX);
        document.put("q", unitsY);
        document.put("warnings", warnings(outcome));
        if (!outcome.failure().isEmpty()) {
            document.put("failure", outcome.failure());
        }
        outcome.evaluation().ifPresent(evaluation -> document.putAll(Fields.of(evaluation.artifact())));
        outcome.nullDistribution().ifPresent(distribution -> document.put("null", distribution));
        outcome.interval().ifPresent(interval -> document.put("interval", interval));
        return document;
    }

    List<String> warnings(Outcome outcome) {
        var all = new ArrayList<>(warnings);
        outcome.evaluation().ifPresent(evaluation -> all.addAll(evaluation.warnings()));
        return all;
    }
}
