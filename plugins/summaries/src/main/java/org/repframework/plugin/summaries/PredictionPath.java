package org.repframework.plugin.summaries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.repframework.spi.Prediction;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * Loss against number of predictors: of each sparse prediction a row for every penalty, with the means over the living
 * units of y (Li et al., ICLR 2016, section 4, its table of the mapping layers).
 */
final class PredictionPath implements ArtifactSummary<PredictionPath.Settings> {

    private static final String PENALTY = "penalty";
    private static final String PREDICTORS = "predictors";
    private static final String LOSS = "loss";

    record Settings(
            @Setting(value = "the labels to average over, for example ['pair']; empty: none", defaultValue = "")
            List<String> over) {

        Settings {
            over = List.copyOf(over);
        }
    }

    @Override
    public String name() {
        return "prediction-path";
    }

    @Override
    public String summary() {
        return "loss and number of predictors of sparse predictions, penalty by penalty";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Set<String> columns() {
        return Set.of(PENALTY, PREDICTORS, LOSS);
    }

    @Override
    public List<String> over(Settings settings) {
        return settings.over();
    }

    @Override
    public List<Row> rows(Settings settings, List<Given> given, StageContext context) throws StageFailure {
        var rows = new ArrayList<Row>();
        for (var one : given) {
            if (one.artifacts().size() != 1 || !(one.artifacts().get(0) instanceof Prediction prediction)) {
                throw new StageFailure("the row " + one.labels() + " must hold one sparse prediction");
            }
            for (var step : prediction.steps()) {
                var labels = new LinkedHashMap<>(one.labels());
                labels.put(PENALTY, step.penalty());
                var scores = new LinkedHashMap<String, Double>();
                scores.put(
                        PREDICTORS,
                        mean(
                                prediction,
                                IntStream.range(0, prediction.unitsY())
                                        .mapToDouble(unit -> step.predictors().at(unit))
                                        .toArray()));
                scores.put(LOSS, mean(prediction, step.losses().toArray()));
                rows.add(new Row(labels, scores));
            }
        }
        return rows;
    }

    private static double mean(Prediction prediction, double[] ofUnits) {
        return IntStream.range(0, ofUnits.length)
                .filter(unit -> !prediction.y().dead(unit))
                .mapToDouble(unit -> ofUnits[unit])
                .average()
                .orElseThrow();
    }
}
