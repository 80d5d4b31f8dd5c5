package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.repframework.report.figure.HeatMap;
import org.repframework.report.figure.Line;
import org.repframework.report.figure.LineChart;
import org.repframework.report.figure.Units;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.Matrix;
import org.repframework.spi.Prediction;
import org.repframework.spi.Table;

/**
 * Loss against the number of predictors along the path of penalties, several predictions on one pair of axes, and of
 * each the weights at the knees (Li et al. 2016, section 3.3).
 */
final class PredictionExhibit {

    private static final int NAMED = 5;

    private PredictionExhibit() {}

    static void add(Rendition rendition, List<Shown<Prediction>> all, UnitPages pages) {
        var predictions = all.stream().filter(PredictionExhibit::predicts).toList();
        if (predictions.size() < all.size()) {
            rendition.complain("every unit of y is dead: there is nothing to predict");
        }
        if (predictions.isEmpty()) {
            return;
        }
        var lines = new ArrayList<Line>();
        for (var shown : predictions) {
            lines.add(path(shown));
            lines.add(knee(shown));
        }
        var chart = new LineChart(
                rendition.title(),
                "predictors of a unit, mean",
                "loss, mean over the units of y",
                List.of(),
                lines,
                0,
                0.5);
        var suffix = all.size() == 1 ? all.get(0).suffix() : "loss";
        rendition.figure(
                suffix, "From the largest penalty, at the left, to the smallest; nothing costs 0.5.", chart::draw);
        predictions.forEach(shown -> addWeights(rendition, shown, pages));
    }

    private static boolean predicts(Shown<Prediction> shown) {
        var prediction = shown.artifact();
        return dead(prediction.unitsY(), prediction.y()).size() < prediction.unitsY();
    }

    private static Line path(Shown<Prediction> shown) {
        var prediction = shown.artifact();
        var predictors = new double[prediction.steps().size()];
        var losses = new double[predictors.length];
        for (var i = 0; i < predictors.length; i++) {
            var step = prediction.steps().get(i);
            predictors[i] = mean(prediction, unit -> step.predictors().at(unit));
            losses[i] = mean(prediction, unit -> step.losses().at(0, unit));
        }
        return Line.through(shown.label().isEmpty() ? "path" : shown.label(), predictors, losses, Optional.empty());
    }

    private static Line knee(Shown<Prediction> shown) {
        var scores = shown.artifact().scores();
        var predictors = scores.get("predictors");
        var loss = scores.get("loss");
        var name = (shown.label().isEmpty() ? "knee: " : "knee of " + shown.label() + ": ") + Numbers.brief(predictors)
                + " predictors, loss " + Numbers.brief(loss);
        return Line.through(name, new double[] {predictors}, new double[] {loss}, Optional.empty());
    }

    private static void addWeights(Rendition rendition, Shown<Prediction> shown, UnitPages pages) {
        var prediction = shown.artifact();
        var weights = weights(prediction);
        var picture = new HeatMap(
                shown.title(rendition.title()) + ", weights",
                weights,
                Units.ofX("units of x, which predict", Units.naturalOrder(weights.rows())),
                Units.ofY("units of y, which are predicted", Units.naturalOrder(weights.columns())),
                HeatMap.rangeOf(weights));
        var data = pages.data(prediction, picture);
        data.put("prediction", json(prediction));
        var figure = rendition.figure(
                Rendition.join(shown.suffix(), "weights"),
                "Weights of standardised units, of each unit of y at its knee: the fewest predictors whose loss is within"
                        + " 10 % of the best.",
                picture::draw,
                data);
        rendition.pictured(shown, figure);
        var links = pages.links(prediction, "strongest-of-x", "unit");
        rendition.sheet(shown.suffix(), units(prediction, weights), links);
        rendition.sheet(Rendition.join(shown.suffix(), "path"), steps(prediction));
        rendition.fact(shown, "samples (n) of the losses", Numbers.count(prediction.samples()));
        rendition.fact(
                shown,
                "units of x (p)",
                CorrelationExhibit.units(prediction.unitsX(), dead(prediction.unitsX(), prediction.x())));
        rendition.fact(
                shown,
                "units of y (q)",
                CorrelationExhibit.units(prediction.unitsY(), dead(prediction.unitsY(), prediction.y())));
        prediction
                .scores()
                .forEach((name, value) -> rendition.fact(shown, name + ", mean at the knees", Numbers.brief(value)));
    }

    /** Of each unit of y the number of its predictors and the loss, both at its knee. */
    private static String json(Prediction prediction) {
        return IntStream.range(0, prediction.unitsY())
                .mapToObj(unit -> {
                    var knee = prediction.knee(unit);
                    return "[" + knee.predictors().at(unit) + ","
                            + knee.losses().at(0, unit) + "]";
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Of each unit of y those at its knee, p x q. */
    private static Matrix weights(Prediction prediction) {
        var p = prediction.unitsX();
        var q = prediction.unitsY();
        var weights = new double[p * q];
        for (var column = 0; column < q; column++) {
            var knee = prediction.knee(column).weights();
            for (var row = 0; row < p; row++) {
                weights[row * q + column] = knee.at(row, column);
            }
        }
        return Matrix.of(p, q, weights);
    }

    private static Table units(Prediction prediction, Matrix weights) {
        var rows = new ArrayList<List<Object>>();
        for (var unit = 0; unit < prediction.unitsY(); unit++) {
            var knee = prediction.knee(unit);
            rows.add(List.of(
                    unit,
                    knee.predictors().at(unit),
                    knee.losses().at(0, unit),
                    prediction.bestLoss(unit),
                    strongest(weights, unit)));
        }
        return new Table(List.of("unit", "predictors", "loss", "best-loss", "strongest-of-x"), rows);
    }

    /** The units of x with the largest weights, each with its weight. */
    private static String strongest(Matrix weights, int unit) {
        return IntStream.range(0, weights.rows())
                .filter(row -> weights.at(row, unit) != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -Math.abs(weights.at(row, unit))))
                .limit(NAMED)
                .map(row -> row + " (" + Numbers.brief(weights.at(row, unit)) + ")")
                .collect(Collectors.joining(", "));
    }

    private static Table steps(Prediction prediction) {
        var rows = new ArrayList<List<Object>>();
        for (var step : prediction.steps()) {
            rows.add(List.of(
                    step.penalty(),
                    mean(prediction, unit -> step.predictors().at(unit)),
                    mean(prediction, unit -> step.losses().at(0, unit)),
                    step.gap()));
        }
        return new Table(List.of("penalty", "predictors", "loss", "gap"), rows);
    }

    /** Over the living units of y; there is at least one. */
    private static double mean(Prediction prediction, ToDoubleFunction<Integer> value) {
        return IntStream.range(0, prediction.unitsY())
                .boxed()
                .filter(unit -> !prediction.y().dead(unit))
                .mapToDouble(value)
                .average()
                .orElseThrow();
    }

    private static List<Integer> dead(int units, Prediction.Standard standard) {
        return IntStream.range(0, units).filter(standard::dead).boxed().toList();
    }
}
