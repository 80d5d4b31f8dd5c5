package org.repframework.plugin.summaries;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repframework.spi.Artifact;
import org.repframework.spi.Description;
import org.repframework.spi.Inputs;
import org.repframework.spi.Ports;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary;
import org.repframework.spi.Table;

/**
 * A summary that finds scores of its own in the artifacts of its rows, and shows them as {@link TableSummary} or, averaged
 * over some labels, as {@link MeanSummary} would.
 */
interface ArtifactSummary<S extends Record> extends Summary<S> {

    /**
     * What a script wrote as one row.
     *
     * @param artifacts at least one
     */
    record Given(Map<String, Object> labels, List<Artifact> artifacts) {}

    /** The columns that it adds to the labels. */
    Set<String> columns();

    /** The labels to average over; empty: every row as it is. */
    List<String> over(S settings);

    /** The rows of the table, each with its scores. */
    List<Row> rows(S settings, List<Given> given, StageContext context) throws StageFailure, InterruptedException;

    @Override
    default Description.OfTable describe(S settings, List<Map<String, Object>> labels) {
        Labels.check(labels, columns());
        return over(settings).isEmpty()
                ? new TableSummary().describe(new TableSummary.Settings(""), labels)
                : new MeanSummary().describe(new MeanSummary.Settings(over(settings), ""), labels);
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        var given = inputs.bySlot().stream()
                .map(row -> new Given(
                        row.get(0).labels(),
                        row.stream().map(Inputs.Input::value).toList()))
                .toList();
        return Ports.of("table", summarise(settings, rows(settings, given, context), context));
    }

    @Override
    default Table summarise(S settings, List<Row> rows, StageContext context) throws StageFailure {
        return over(settings).isEmpty()
                ? new TableSummary().summarise(new TableSummary.Settings(""), rows, context)
                : new MeanSummary().summarise(new MeanSummary.Settings(over(settings), ""), rows, context);
    }
}
