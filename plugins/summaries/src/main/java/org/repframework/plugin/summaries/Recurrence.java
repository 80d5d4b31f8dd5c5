package org.repframework.plugin.summaries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repframework.spi.Artifact;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Description;
import org.repframework.spi.Matching;
import org.repframework.spi.Matrix;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * Which features appear with every initialisation: in how many of the other networks a unit has a mutual best partner,
 * each the one that the other correlates with most, above a threshold. A row says which two networks it is of, {@code
 * row(layer: 'conv1', x: 1, y: 2, matching)}, with every two of them once; the table counts the units by recurrence, 0
 * to the number of networks less one, over all networks.
 */
final class Recurrence implements ArtifactSummary<Recurrence.Settings> {

    private static final String X = "x";
    private static final String Y = "y";
    private static final String RECURRENCE = "recurrence";

    record Settings(
            @Setting(
                    value = "the correlation that mutual best partners must exceed",
                    defaultValue = "0.5",
                    min = 0,
                    max = 1)
            double threshold) {}

    @Override
    public String name() {
        return "recurrence";
    }

    @Override
    public String summary() {
        return "in how many of the other networks a unit has a mutual best partner, as a histogram";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Set<String> columns() {
        return Set.of(RECURRENCE, "units", "share");
    }

    @Override
    public List<String> over(Settings settings) {
        return List.of();
    }

    @Override
    public Description.OfTable describe(Settings settings, List<Map<String, Object>> labels) {
        ArtifactSummary.super.describe(settings, labels);
        groups(labels).values().forEach(rows -> networks(labels, rows));
        var columns = new ArrayList<>(group(labels.get(0)).keySet());
        columns.addAll(List.of(RECURRENCE, "units", "share"));
        return new Description.OfTable(columns);
    }

    /** Numbers of the rows that are told apart by their networks only. */
    private static Map<Map<String, Object>, List<Integer>> groups(List<Map<String, Object>> labels) {
        var groups = new LinkedHashMap<Map<String, Object>, List<Integer>>();
        for (var row = 0; row < labels.size(); row++) {
            groups.computeIfAbsent(group(labels.get(row)), first -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    private static Map<String, Object> group(Map<String, Object> labels) {
        var group = new LinkedHashMap<>(labels);
        group.keySet().removeAll(Set.of(X, Y));
        return group;
    }

    /** @throws Refusal if not every two networks of these rows are in one of them */
    private static List<Object> networks(List<Map<String, Object>> labels, List<Integer> rows) {
        var pairs = new HashSet<Set<Object>>();
        var networks = new ArrayList<>();
        for (var row : rows) {
            for (var side : List.of(X, Y)) {
                var network = labels.get(row).get(side);
                if (network == null) {
                    throw Refusal.of(
                            "", "row " + (row + 1) + " has no label '" + side + "' to say which network it is of");
                }
                if (!networks.contains(network)) {
                    networks.add(network);
                }
            }
            var pair =
                    Set.copyOf(List.of(labels.get(row).get(X), labels.get(row).get(Y)));
            if (pair.size() < 2 || !pairs.add(pair)) {
                throw Refusal.of(
                        "",
                        "row " + (row + 1) + " " + labels.get(row)
                                + " is of one network, or of two that another row is of; every two networks need one row");
            }
        }
        for (var one : networks) {
            for (var other : networks) {
                if (!one.equals(other) && !pairs.contains(Set.of(one, other))) {
                    throw Refusal.of(
                            "",
                            "no row of " + group(labels.get(rows.get(0))) + " is of the networks " + one + " and "
                                    + other + "; every two networks need one row");
                }
            }
        }
        return networks;
    }

    @Override
    public List<Row> rows(Settings settings, List<Given> given, StageContext context) throws StageFailure {
        var labels = given.stream().map(Given::labels).toList();
        var rows = new ArrayList<Row>();
        for (var group : groups(labels).entrySet()) {
            var partners = new LinkedHashMap<Object, int[]>(); // of each network, how many each of its units has
            for (var row : group.getValue()) {
                var matrix = matrix(given.get(row));
                var ofX = partners(partners, labels.get(row), X, matrix.rows());
                var ofY = partners(partners, labels.get(row), Y, matrix.columns());
                for (var unit = 0; unit < matrix.rows(); unit++) {
                    var partner = largest(matrix.rowAt(unit));
                    if (matrix.at(unit, partner) > settings.threshold()
                            && largest(matrix.transposed().rowAt(partner)) == unit) {
                        ofX[unit]++;
                        ofY[partner]++;
                    }
                }
            }
            rows.addAll(histogram(group.getKey(), partners));
        }
        return rows;
    }

    private static Matrix matrix(Given given) throws StageFailure {
        Artifact artifact = given.artifacts().get(0);
        if (given.artifacts().size() == 1 && artifact instanceof Matching matching) {
            return matching.correlation().values();
        }
        if (given.artifacts().size() == 1 && artifact instanceof CorrelationMatrix correlation) {
            return correlation.values();
        }
        throw new StageFailure("the row " + given.labels() + " must hold one matching or correlation matrix");
    }

    private static int[] partners(Map<Object, int[]> partners, Map<String, Object> labels, String side, int units)
            throws StageFailure {
        var ofNetwork = partners.computeIfAbsent(labels.get(side), first -> new int[units]);
        if (ofNetwork.length != units) {
            throw new StageFailure("the row " + labels + " has " + units + " units of " + side + ", another row "
                    + ofNetwork.length + " of the same network");
        }
        return ofNetwork;
    }

    private static int largest(double[] values) {
        var largest = 0;
        for (var i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static List<Row> histogram(Map<String, Object> group, Map<Object, int[]> partners) {
        var counts = new long[partners.size()];
        partners.values().forEach(ofNetwork -> Arrays.stream(ofNetwork).forEach(recurrence -> counts[recurrence]++));
        var all = Arrays.stream(counts).sum();
        var rows = new ArrayList<Row>();
        for (var recurrence = 0; recurrence < counts.length; recurrence++) {
            var labels = new LinkedHashMap<>(group);
            labels.put(RECURRENCE, recurrence);
            var scores = new LinkedHashMap<String, Double>();
            scores.put("units", (double) counts[recurrence]);
            scores.put("share", (double) counts[recurrence] / all);
            rows.add(new Row(labels, scores));
        }
        return rows;
    }
}
