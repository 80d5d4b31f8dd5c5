package org.repframework.spi;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Turns labelled scores into a table: {@code summarise('mean', rows)}, a row is {@code row(layer: 'conv1', scored)}. */
public interface Summary<S extends Record> extends Stage<S> {

    /**
     * @param labels what the script said of the row, in its order; texts, whole numbers, numbers or truth values
     * @param scores the artifact's {@link Scored#scores()}
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
                        inputs.all().stream().map(Inputs.Input::labels).toList()));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var rows = inputs.all().stream()
                .map(row -> new Row(row.labels(), ((Scored) row.value()).scores()))
                .toList();
        return Ports.of("table", summarise(settings, rows, context));
    }
}
