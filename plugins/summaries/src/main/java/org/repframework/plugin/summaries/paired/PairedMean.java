package org.repframework.plugin.summaries.paired;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.repframework.spi.Description;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Summary;
import org.repframework.spi.Table;

/**
 * Each arm less its partner, pair by pair, then averaged over the labels it is paired by: mean, standard deviation, 95 % interval, the
 * smallest difference the design could have found, and beside them the unpaired difference, the mean of the arm less
 * the mean of all networks of the partners' arm, whomever they belong to. Networks that did not learn are left out of
 * all of these with their pairs, and counted.
 *
 * <p>The interval takes the pairs for independent. Pairs of one split, or with one base, are not quite: with few splits
 * the interval is narrower than it should be.
 */
public final class PairedMean implements Summary<PairedMean.Settings> {

    public record Settings(
            @Setting("the labels in which a row and its partner are equal, and that are averaged over")
            List<String> pairedBy,

            @Setting(
                    value = "the differences wanted, for example ['BnB - base', 'AnB - BnB']; empty: each arm less"
                            + " 'base', the base itself too",
                    defaultValue = "")
            List<String> contrasts,

            @Setting(value = "the label that tells the arms apart", defaultValue = "arm")
            String arm,

            @Setting(value = "the score that is compared", defaultValue = "accuracy")
            String score,

            @Setting(
                    value = "the score that holds the last training loss, by which networks that did not learn are"
                            + " found; empty: no such rule",
                    defaultValue = "last loss")
            String trainingLoss,

            @Setting(
                    value = "the label that holds the number of classes; it tells no groups apart",
                    defaultValue = "classes")
            String classes,

            @Setting(
                    value = "a network learned if its last training loss is below (1 - tolerance) ln(classes)",
                    defaultValue = "0.02",
                    min = 0,
                    max = 1)
            double tolerance) {

        public Settings {
            pairedBy = List.copyOf(pairedBy);
            contrasts = List.copyOf(contrasts);
            contrasts.forEach(Contrast::parse);
        }

        LearningRule rule() {
            return new LearningRule(trainingLoss, classes, tolerance);
        }

        List<PairGroup> groups(List<Map<String, Object>> labels) {
            var hidden = new HashSet<>(pairedBy);
            hidden.add(classes);
            return PairGroup.of(
                    labels,
                    new Partners(labels, arm, pairedBy),
                    contrasts.stream().map(Contrast::parse).toList(),
                    Set.copyOf(hidden));
        }
    }

    @Override
    public String name() {
        return "paired-mean";
    }

    @Override
    public String summary() {
        return "mean of paired differences between arms, with a 95 % interval";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Description.OfTable describe(Settings settings, List<Map<String, Object>> labels) {
        return new Description.OfTable(columns(settings, settings.groups(labels)));
    }

    @Override
    public Table summarise(Settings settings, List<Row> rows, StageContext context) throws StageFailure {
        var groups = settings.groups(rows.stream().map(Row::labels).toList());
        var scores = new RowScores(rows, List.of(settings.score()));
        var learned = learned(settings.rule(), rows);
        var cells = new ArrayList<List<Object>>();
        for (var group : groups) {
            var pairs = group.pairs().stream()
                    .filter(pair -> learned.contains(pair.row()) && learned.contains(pair.partner()))
                    .toList();
            var leftOut = group.pairs().size() - pairs.size();
            var none = pairs.size() < least(groups);
            if (leftOut > 0) {
                context.warn(LabelText.of(group.labels()) + ": " + (none ? "no mean, " : "") + leftOut + " of "
                        + group.pairs().size() + " pairs left out, because a network of theirs did not learn");
            }
            if (none) {
                continue;
            }
            var row = new ArrayList<>(group.labels().values());
            row.add(pairs.size());
            row.add(leftOut);
            var ofArm = new ArrayList<Double>();
            var ofPartner = new ArrayList<Double>();
            for (var pair : pairs) {
                ofArm.add(scores.compared(pair.row()));
                ofPartner.add(scores.compared(pair.partner()));
            }
            var unpaired = new ArrayList<Double>();
            for (var partner : group.unpaired()) {
                if (learned.contains(partner)) {
                    unpaired.add(scores.compared(partner));
                }
            }
            row.addAll(numbers(ofArm, ofPartner, unpaired, least(groups) > 1));
            cells.add(row);
        }
        return new Table(columns(settings, groups), cells);
    }

    private static List<Double> numbers(
            List<Double> ofArm, List<Double> ofPartner, List<Double> unpaired, boolean intervals) {
        var differences = new ArrayList<Double>();
        for (var i = 0; i < ofArm.size(); i++) {
            differences.add(ofArm.get(i) - ofPartner.get(i));
        }
        var difference = MeanDifference.of(differences);
        var numbers = new ArrayList<Double>();
        numbers.add(MeanDifference.mean(ofArm));
        numbers.add(MeanDifference.mean(ofPartner));
        numbers.add(difference.mean());
        if (intervals) {
            numbers.add(difference.deviation());
            numbers.add(difference.interval());
            numbers.add(difference.detectable());
        }
        numbers.add(MeanDifference.mean(ofArm) - MeanDifference.mean(unpaired));
        return numbers;
    }

    private static Set<Integer> learned(LearningRule rule, List<Row> rows) throws StageFailure {
        var learned = new HashSet<Integer>();
        for (var i = 0; i < rows.size(); i++) {
            if (rule.learned(rows.get(i))) {
                learned.add(i);
            }
        }
        return learned;
    }

    /** Fewest pairs of which a row is made: 2 where every group has as many, so that all rows have an interval. */
    private static int least(List<PairGroup> groups) {
        return groups.stream().allMatch(group -> group.pairs().size() > 1) ? 2 : 1;
    }

    private static List<String> columns(Settings settings, List<PairGroup> groups) {
        var columns = new ArrayList<>(groups.get(0).labels().keySet());
        columns.addAll(List.of("pairs", "left out", settings.score(), "partner", "difference"));
        if (least(groups) > 1) {
            columns.addAll(List.of("difference sd", "interval", "detectable"));
        }
        columns.add("unpaired");
        return columns;
    }
}
