package org.repframework.plugin.summaries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repframework.spi.Artifact;
import org.repframework.spi.Description;
import org.repframework.spi.Inputs;
import org.repframework.spi.Matching;
import org.repframework.spi.Ports;
import org.repframework.spi.Prediction;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.SubspaceMatch;

/**
 * Whether networks learn the same units one to one, a shared low-dimensional subspace, or neither: of the units of a layer the
 * shares that are
 *
 * <ul>
 *   <li>{@code one-to-one}: matched above chance, by the p values of the matching after {@link FalseDiscoveries}, and
 *       better correlated than most pairs of untrained networks;
 *   <li>{@code subspace}: not that, but in a simple match, or predicted by a few units at a small loss;
 *   <li>{@code neither}, and {@code dead}.
 * </ul>
 *
 * A row holds one one-to-one matching of x and y with p values, the matchings of untrained networks without, and subspace
 * matches or predictions, preferably with the losses of images they were not fitted on: {@code row(layer: 'conv1', pair:
 * '1-2', tested, untrained, simple, prediction)}. Judged are the units of y, and with the label {@code judged: 'x'} those
 * of x, which the row's predictions then predict from the units of y.
 */
final class Verdict implements ArtifactSummary<Verdict.Settings> {

    static final String NEEDS =
            "it must hold one matching with p values, match('bipartite-test', a, b), one or more without, of untrained"
                    + " networks, and a subspace match or a prediction";

    record Settings(
            @Setting(
                    value = "expected share of false ones among the units found to be matched one to one",
                    defaultValue = "0.05",
                    min = 0,
                    max = 1)
            double q,

            @Setting(
                    value = "share of the untrained networks' pairs that a pair's correlation must exceed",
                    defaultValue = "0.95",
                    min = 0,
                    max = 1)
            double untrained,

            @Setting(value = "by how many units a unit may be predicted", defaultValue = "5", min = 1)
            int predictors,

            @Setting(
                    value = "the largest loss of a prediction: 0.5 predicts nothing, 0.25 half of the variance",
                    defaultValue = "0.25",
                    min = 0,
                    max = 0.5)
            double loss,

            @Setting(value = "the labels to average over, for example ['pair']; empty: none", defaultValue = "")
            List<String> over) {

        Settings {
            over = List.copyOf(over);
        }
    }

    @Override
    public String name() {
        return "verdict";
    }

    @Override
    public String summary() {
        return "shares of units matched one to one, in a shared low-dimensional subspace, or neither";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Set<String> columns() {
        return Set.of("one-to-one", "subspace", "neither", "dead");
    }

    @Override
    public List<String> over(Settings settings) {
        return settings.over();
    }

    @Override
    public Ports<Description> describe(Settings settings, Inputs<Description> inputs, Seeds seeds) {
        var ports = ArtifactSummary.super.describe(settings, inputs, seeds);
        for (var row : inputs.bySlot()) {
            judged(row.get(0).labels());
            if (count(row, Matching.class) < 2 || count(row, SubspaceMatch.class) + count(row, Prediction.class) < 1) {
                throw Refusal.of(
                        "",
                        "the row " + row.get(0).labels() + " holds "
                                + row.stream()
                                        .map(input -> input.value().type().getSimpleName())
                                        .toList()
                                + "; " + NEEDS);
            }
        }
        return ports;
    }

    private static UnitVerdicts.Judged judged(Map<String, Object> labels) {
        var judged = labels.getOrDefault("judged", "y");
        if (!judged.equals("x") && !judged.equals("y")) {
            throw Refusal.of(
                    "", "the row " + labels + " judges '" + judged + "'; it must be the units of 'x' or of 'y'");
        }
        return judged.equals("x") ? UnitVerdicts.Judged.X : UnitVerdicts.Judged.Y;
    }

    private static long count(List<Inputs.Input<Description>> row, Class<? extends Artifact> type) {
        return row.stream().filter(input -> input.value().type() == type).count();
    }

    @Override
    public List<Row> rows(Settings settings, List<Given> given, StageContext context)
            throws StageFailure, InterruptedException {
        var rows = new ArrayList<Row>();
        for (var one : given) {
            context.checkInterrupted();
            var verdicts = UnitVerdicts.of(judged(one.labels()), one.labels(), one.artifacts());
            rows.add(new Row(one.labels(), verdicts.shares(settings, context)));
        }
        return rows;
    }
}
