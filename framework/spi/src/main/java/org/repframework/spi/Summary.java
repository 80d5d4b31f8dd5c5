package org.repframework.spi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns labelled scores into a table: {@code summarise('mean', rows)}, a row is {@code row(layer: 'conv1', scored)} or
 * {@code row(layer: 'conv1', scored, another)} with the scores of both.
 */
public interface Summary<S extends Record> extends Stage<S> {

    /**
     * @param labels what the script said of the row, in its order; texts, whole numbers, numbers or truth values
     * @param scores {@link Scored#scores()} of its artifacts, one after the other
     */
    record Row(Map<String, Object> labels, Map<String, Double> scores) {}

    /**
     * @param labels what the script says of each row, row by row
     * @return the table's columns, as far as they are known beforehand
     * @throws Refusal if the settings name a label that no row has, ...
     */
    Description.OfTable describe(S settings, List<Map<String, Object>> labels);

    Table summarise(S settings, List<Row> rows, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Role role() {
        return Role.SUMMARY;
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        return Ports.of(
                "table",
                describe(
                        settings,
                        inputs.bySlot().stream().map(row -> row.get(0).labels()).toList()));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var rows = new ArrayList<Row>();
        for (var row : inputs.bySlot()) {
            var scores = new LinkedHashMap<String, Double>();
            for (var input : row) {
                for (var score : ((Scored) input.value()).scores().entrySet()) {
                    if (scores.put(score.getKey(), score.getValue()) != null) {
                        throw new StageFailure(
                                "two artifacts of one row, " + row.get(0).labels() + ", have the score '"
                                        + score.getKey() + "'; give them rows of their own");
                    }
                }
            }
            rows.add(new Row(row.get(0).labels(), scores));
        }
        return Ports.of("table", summarise(settings, rows, context));
    }
}
