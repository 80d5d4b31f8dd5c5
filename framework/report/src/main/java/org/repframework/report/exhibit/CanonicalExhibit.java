package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import org.repframework.report.figure.Line;
import org.repframework.report.figure.LineChart;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Table;

/** The falling curve of the canonical correlations; a single one with a line at its score. */
final class CanonicalExhibit {

    private CanonicalExhibit() {}

    static void add(Rendition rendition, List<Shown<CanonicalCorrelations>> all) {
        var lines = new ArrayList<Line>();
        for (var shown : all) {
            lines.add(curve(shown));
        }
        if (all.size() == 1) {
            lines.add(scoreLine(all.get(0).artifact()));
        }
        var chart = new LineChart(
                rendition.title(), "canonical direction", "canonical correlation", List.of(), lines, 0, 1);
        rendition.figure("", "", chart::draw);
        for (var shown : all) {
            addNumbers(rendition, shown);
        }
    }

    private static Line curve(Shown<CanonicalCorrelations> shown) {
        var name = shown.label().isEmpty()
                ? "correlations"
                : shown.label() + " (" + Numbers.brief(shown.artifact().score()) + ")";
        return Line.counted(
                name,
                shown.artifact().rho().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Line scoreLine(CanonicalCorrelations correlations) {
        var score = correlations.score();
        return Line.level(
                correlations.metric() + " " + Numbers.brief(score),
                1,
                correlations.rho().size(),
                score);
    }

    private static void addNumbers(Rendition rendition, Shown<CanonicalCorrelations> shown) {
        var result = shown.artifact();
        var rho = result.rho();
        rendition.sheet(shown.suffix(), List.of("index", "rho"), rho.size(), (row, column) -> {
            if (column == 0) {
                return row + 1L;
            }
            return rho.get(row);
        });
        rendition.sheet(Rendition.join(shown.suffix(), "summary"), summary(result));
        rendition.fact(shown, result.metric(), Numbers.brief(result.score()));
        rendition.fact(shown, "samples (n)", Numbers.count(result.samples()));
        rendition.fact(shown, "x", side(result.unitsX(), "p", result.keptX(), result.conditionX()));
        rendition.fact(shown, "y", side(result.unitsY(), "q", result.keptY(), result.conditionY()));
    }

    private static String side(int units, String symbol, int kept, double condition) {
        return units + " units (" + symbol + "), " + kept + " directions kept, condition number of the covariance "
                + Numbers.brief(condition);
    }

    private static Table summary(CanonicalCorrelations result) {
        return new Table(
                List.of(
                        "metric",
                        "score",
                        "samples",
                        "units-x",
                        "units-y",
                        "kept-x",
                        "kept-y",
                        "condition-x",
                        "condition-y"),
                List.of(List.of(
                        result.metric(),
                        result.score(),
                        result.samples(),
                        result.unitsX(),
                        result.unitsY(),
                        result.keptX(),
                        result.keptY(),
                        result.conditionX(),
                        result.conditionY())));
    }
}
