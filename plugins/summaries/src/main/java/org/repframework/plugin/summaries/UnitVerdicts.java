package org.repframework.plugin.summaries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.repframework.spi.Artifact;
import org.repframework.spi.Matching;
import org.repframework.spi.Prediction;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.SubspaceMatch;

/**
 * What is known of the units of one layer of two networks x and y.
 *
 * @param judged the network whose units are judged
 * @param tested the one-to-one matching, with p values
 * @param untrained matchings of the same layer of untrained networks, at least one
 * @param simple the simple matches
 * @param predictions of the units that are judged from those of the other network
 */
record UnitVerdicts(
        Judged judged,
        Matching tested,
        List<Matching> untrained,
        List<SubspaceMatch> simple,
        List<Prediction> predictions) {

    enum Judged {
        X,
        Y
    }

    private enum Fate {
        ONE_TO_ONE,
        SUBSPACE,
        NEITHER,
        DEAD
    }

    static UnitVerdicts of(Judged judged, Map<String, Object> labels, List<Artifact> artifacts) throws StageFailure {
        var tested = new ArrayList<Matching>();
        var untrained = new ArrayList<Matching>();
        var simple = new ArrayList<SubspaceMatch>();
        var predictions = new ArrayList<Prediction>();
        for (var artifact : artifacts) {
            if (artifact instanceof Matching matching) {
                (matching.pValues().isEmpty() ? untrained : tested).add(matching);
            } else if (artifact instanceof SubspaceMatch match) {
                simple.add(match);
            } else if (artifact instanceof Prediction prediction) {
                predictions.add(prediction);
            } else {
                throw new StageFailure(
                        "the row " + labels + " holds a " + artifact.getClass().getSimpleName() + "; " + Verdict.NEEDS);
            }
        }
        if (tested.size() != 1 || untrained.isEmpty() || simple.isEmpty() && predictions.isEmpty()) {
            throw new StageFailure("the row " + labels + " holds " + tested.size() + " matchings with p values, "
                    + untrained.size() + " without, " + simple.size() + " subspace matches and " + predictions.size()
                    + " predictions; " + Verdict.NEEDS);
        }
        var verdicts = new UnitVerdicts(judged, tested.get(0), untrained, simple, predictions);
        for (var match : simple) {
            verdicts.requireUnits(labels, "a subspace match", judged == Judged.X ? match.unitsX() : match.unitsY());
        }
        for (var prediction : predictions) {
            verdicts.requireUnits(labels, "a prediction", prediction.unitsY());
        }
        return verdicts;
    }

    private void requireUnits(Map<String, Object> labels, String what, int count) throws StageFailure {
        if (count != units()) {
            throw new StageFailure("the row " + labels + " holds a matching with " + units() + " units of "
                    + judged.name().toLowerCase(Locale.ROOT) + " and " + what + " of " + count);
        }
    }

    private int units() {
        var values = tested.correlation().values();
        return judged == Judged.X ? values.rows() : values.columns();
    }

    /** The share of each fate among all units that are judged. */
    Map<String, Double> shares(Verdict.Settings settings, StageContext context) {
        var fates = new Fate[units()];
        Arrays.fill(fates, Fate.NEITHER);
        for (var unit = 0; unit < fates.length; unit++) {
            if (inSimpleMatch(unit) || isPredicted(unit, settings)) {
                fates[unit] = Fate.SUBSPACE;
            }
        }
        matched(settings, context).forEach(unit -> fates[unit] = Fate.ONE_TO_ONE);
        var dead = judged == Judged.X
                ? tested.correlation().deadX()
                : tested.correlation().deadY();
        dead.forEach(unit -> fates[unit] = Fate.DEAD);
        var shares = new LinkedHashMap<String, Double>();
        for (var fate : Fate.values()) {
            var count = Arrays.stream(fates).filter(fate::equals).count();
            shares.put(fate.name().toLowerCase(Locale.ROOT).replace('_', '-'), (double) count / fates.length);
        }
        return shares;
    }

    /** The units whose pairs are discoveries and better correlated than those of untrained networks. */
    private List<Integer> matched(Verdict.Settings settings, StageContext context) {
        var largest = FalseDiscoveries.threshold(tested.pValues(), settings.q());
        var least = tested.pValues().stream().min(Double::compare).orElseThrow();
        if (largest < 0 && least > settings.q() / tested.pairs().size()) {
            context.warn("no pair can be found with a p value of " + least + " unless enough of the "
                    + tested.pairs().size() + " pairs have it: the permutations are too few for q " + settings.q());
        }
        var floor = untrainedCorrelation(settings.untrained());
        var matched = new ArrayList<Integer>();
        for (var i = 0; i < tested.pairs().size(); i++) {
            var pair = tested.pairs().get(i);
            if (tested.pValues().get(i) <= largest && pair.correlation() > floor) {
                matched.add(judged == Judged.X ? pair.unit() : pair.partner());
            }
        }
        return matched;
    }

    /** The smallest correlation of the untrained networks' pairs that this share of them does not exceed; without pairs, none. */
    private double untrainedCorrelation(double share) {
        var sorted = untrained.stream()
                .flatMap(matching -> matching.pairs().stream())
                .mapToDouble(Matching.Pair::correlation)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Double.NEGATIVE_INFINITY
                : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private boolean inSimpleMatch(int unit) {
        return simple.stream()
                .flatMap(match -> match.groups().stream())
                .anyMatch(group -> (judged == Judged.X ? group.x() : group.y()).contains(unit));
    }

    private boolean isPredicted(int unit, Verdict.Settings settings) {
        return predictions.stream()
                .flatMap(prediction -> prediction.steps().stream())
                .anyMatch(step -> step.predictors().at(unit) <= settings.predictors()
                        && step.losses().at(0, unit) <= settings.loss());
    }
}
