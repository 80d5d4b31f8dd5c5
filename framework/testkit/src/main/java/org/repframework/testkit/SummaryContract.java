package org.repframework.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.repframework.spi.Artifact;
import org.repframework.spi.Inputs;
import org.repframework.spi.Scores;
import org.repframework.spi.Summary;

/**
 * The contract of a {@link Summary}, on rows with the labels {@code arm} (a text) and {@code replica} (a whole number) and
 * the scores {@code accuracy} and {@code loss}. Out of the ordinary are {@code one row} and {@code equal scores}, from which a
 * result is expected, and {@code rows with other labels} and {@code rows with other scores}, from which a failure is.
 */
public abstract class SummaryContract<S extends Record> extends StageContract<S> {

    @Override
    protected abstract Summary<S> stage();

    /**
     * @param labels what the script says of the row
     * @param artifacts what stands in it
     */
    public record Row(Map<String, Object> labels, List<Artifact> artifacts) {

        public Row(Map<String, Object> labels, Scores scores) {
            this(labels, List.of(scores));
        }
    }

    /** Two arms of three replicas. */
    protected List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var arm : List.of("AnA", "AnB")) {
            for (var replica = 1; replica <= 3; replica++) {
                rows.add(row(arm, replica, 0.5 + replica / 10.0));
            }
        }
        return rows;
    }

    @Override
    Inputs<Artifact> makeInputs() {
        return inputs(rows());
    }

    @Override
    List<Degenerate> degenerateInputs() {
        var rows = rows();
        var otherLabels = new ArrayList<>(rows);
        otherLabels.add(new Row(Map.of("layer", "conv1"), rows.get(0).artifacts()));
        var otherScores = new ArrayList<>(rows);
        otherScores.set(1, new Row(rows.get(1).labels(), new Scores(Map.of("cka", 0.5))));
        var equal = rows.stream()
                .map(row -> new Row(row.labels(), rows.get(0).artifacts()))
                .toList();
        return List.of(
                new Degenerate("one row", inputs(rows.subList(0, 1)), Handling.RESULT),
                new Degenerate("equal scores", inputs(equal), Handling.RESULT),
                new Degenerate("rows with other labels", inputs(otherLabels), Handling.FAILURE),
                new Degenerate("rows with other scores", inputs(otherScores), Handling.FAILURE));
    }

    private static Row row(String arm, long replica, double accuracy) {
        var labels = new LinkedHashMap<String, Object>();
        labels.put("arm", arm);
        labels.put("replica", replica);
        var scores = new LinkedHashMap<String, Double>();
        scores.put("accuracy", accuracy);
        scores.put("loss", 1 - accuracy);
        return new Row(labels, new Scores(scores));
    }

    private static Inputs<Artifact> inputs(List<Row> rows) {
        return new Inputs<>(IntStream.range(0, rows.size())
                .boxed()
                .flatMap(i -> rows.get(i).artifacts().stream()
                        .map(artifact -> new Inputs.Input<>(
                                "rows " + (i + 1), rows.get(i).labels(), artifact)))
                .toList());
    }
}
