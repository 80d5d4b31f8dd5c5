package org.repframework.plugin.summaries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repframework.spi.Description;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary;
import org.repframework.spi.Table;

/**
 * How often a measure finds a layer in another network of the same architecture: its most similar layer there is the one
 * of the same name. After S. Kornblith, M. Norouzi, H. Lee and G. Hinton, "Similarity of Neural Network Representations
 * Revisited" (ICML 2019), section 6.1. Every layer of x is looked for in y and every layer of y in x, over all pairs of
 * networks; a layer that is only as similar as another is not found.
 *
 * <p>A row is {@code row(measure: 'cka', pair: '1-2', x: 'conv1', y: 'conv3', scored)}, its first score is compared.
 */
final class LayerIdentification implements Summary<LayerIdentification.Settings> {

    private static final String MEASURE = "measure";
    private static final String PAIR = "pair";
    private static final String X = "x";
    private static final String Y = "y";
    private static final List<String> COLUMNS = List.of("pairs", "tests", "identified", "chance");

    record Settings(
            @Setting(
                    value = "the measures that are smaller where layers are more alike, as their label calls them",
                    defaultValue = "")
            List<String> distances) {

        Settings {
            distances = List.copyOf(distances);
        }
    }

    /** The numbers of the rows of one pair, by layer of x and of y. */
    private record Grid(Map<String, Object> labels, Map<Object, Map<Object, Integer>> rows) {}

    @Override
    public String name() {
        return "layer-identification";
    }

    @Override
    public String summary() {
        return "how often a layer's most similar layer in another network is its counterpart, measure by measure";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfTable describe(Settings settings, List<Map<String, Object>> labels) {
        Labels.check(labels, Set.copyOf(COLUMNS));
        for (var label : List.of(MEASURE, PAIR, X, Y)) {
            if (!labels.get(0).containsKey(label)) {
                throw Refusal.of(
                        "",
                        "the rows need the labels measure, pair, x and y; they have "
                                + labels.get(0).keySet());
            }
        }
        var measures = labels.stream()
                .map(row -> String.valueOf(row.get(MEASURE)))
                .distinct()
                .toList();
        for (var distance : settings.distances()) {
            if (!measures.contains(distance)) {
                throw Refusal.unknown(
                        "distances", distance, "'" + distance + "' is not a measure of the rows", measures);
            }
        }
        var columns = new ArrayList<>(without(labels.get(0), PAIR, X, Y).keySet());
        grids(labels);
        columns.addAll(COLUMNS);
        return new Description.OfTable(columns);
    }

    private static Map<String, Object> without(Map<String, Object> labels, String... names) {
        var rest = new LinkedHashMap<>(labels);
        rest.keySet().removeAll(Set.of(names));
        return rest;
    }

    /** @throws Refusal if two layers of a pair are compared twice, or not at all */
    private static List<Grid> grids(List<Map<String, Object>> labels) {
        var grids = new LinkedHashMap<Map<String, Object>, Grid>();
        for (var row = 0; row < labels.size(); row++) {
            var common = without(labels.get(row), X, Y);
            var grid = grids.computeIfAbsent(common, first -> new Grid(common, new LinkedHashMap<>()));
            var ofLayer = grid.rows().computeIfAbsent(labels.get(row).get(X), first -> new LinkedHashMap<>());
            if (ofLayer.put(labels.get(row).get(Y), row) != null) {
                throw Refusal.of("", "row " + (row + 1) + " " + labels.get(row) + " is there twice");
            }
        }
        for (var grid : grids.values()) {
            var layersOfY = layersOfY(grid);
            grid.rows()
                    .forEach((x, row) -> layersOfY.forEach(y -> {
                        if (!row.containsKey(y)) {
                            throw Refusal.of("", "no row of " + grid.labels() + " compares x: " + x + " with y: " + y);
                        }
                    }));
        }
        return List.copyOf(grids.values());
    }

    private static Set<Object> layersOfY(Grid grid) {
        var layers = new LinkedHashSet<>();
        grid.rows().values().forEach(row -> layers.addAll(row.keySet()));
        return layers;
    }

    @Override
    public Table summarise(Settings settings, List<Row> rows, StageContext context) throws StageFailure {
        var scores = ScoreColumns.of("score", rows).values().stream()
                .mapToDouble(row -> row.get(0))
                .toArray();
        var tallies = new LinkedHashMap<Map<String, Object>, Tally>();
        for (var grid : grids(rows.stream().map(Row::labels).toList())) {
            var sign =
                    settings.distances().contains(String.valueOf(grid.labels().get(MEASURE))) ? -1 : 1;
            var tally = tallies.computeIfAbsent(without(grid.labels(), PAIR), first -> new Tally());
            tally.pairs++;
            grid.rows().forEach((x, row) -> {
                var similarities = new LinkedHashMap<Object, Double>();
                row.forEach((y, at) -> similarities.put(y, sign * scores[at]));
                tally.test(x, similarities);
            });
            for (var y : layersOfY(grid)) {
                var similarities = new LinkedHashMap<Object, Double>();
                grid.rows().forEach((x, row) -> similarities.put(x, sign * scores[row.get(y)]));
                tally.test(y, similarities);
            }
        }
        return table(tallies);
    }

    private static Table table(Map<Map<String, Object>, Tally> tallies) throws StageFailure {
        var columns = new ArrayList<>(tallies.keySet().iterator().next().keySet());
        var names = List.copyOf(columns);
        columns.addAll(COLUMNS);
        var cells = new ArrayList<List<Object>>();
        for (var group : tallies.entrySet()) {
            var tally = group.getValue();
            if (tally.tests == 0) {
                throw new StageFailure("no layer of " + group.getKey() + " has one of the same name on the other side");
            }
            var row = new ArrayList<Object>();
            names.forEach(name -> row.add(group.getKey().get(name)));
            row.addAll(List.of(
                    tally.pairs, tally.tests, (double) tally.identified / tally.tests, tally.chance / tally.tests));
            cells.add(row);
        }
        return new Table(columns, cells);
    }

    /** The tests of one measure. */
    private static final class Tally {

        private int pairs;
        private int tests;
        private int identified;
        private double chance; // sum over tests

        /** @param similarities of the layer with each of the other network; without a counterpart there is no test */
        void test(Object layer, Map<Object, Double> similarities) {
            var own = similarities.get(layer);
            if (own != null) {
                tests++;
                chance += 1.0 / similarities.size();
                var rivals = similarities.entrySet().stream()
                        .filter(other -> !other.getKey().equals(layer) && other.getValue() >= own)
                        .count();
                identified += rivals == 0 ? 1 : 0;
            }
        }
    }
}
