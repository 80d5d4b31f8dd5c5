package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.repframework.report.figure.HeatMap;
import org.repframework.report.figure.Units;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.Frequency;
import org.repframework.spi.FrequencyMoments;
import org.repframework.spi.FrequencySimilarity;
import org.repframework.spi.FrequencySimilarity.At;
import org.repframework.spi.Matrix;

/** A measure frequency by frequency: a heat map with the frequencies down the height as rows. */
final class FrequencyExhibit {

    private FrequencyExhibit() {}

    static void add(Rendition rendition, FrequencySimilarity similarity, Shown<?> shown) {
        var map = map(similarity, shown.title(rendition.title()));
        rendition.figure(shown.suffix(), similarity.metric() + " at each frequency; what was left out is 0", map::draw);
        addTable(rendition, similarity, shown);
        rendition.fact(shown, similarity.metric(), Numbers.brief(similarity.score()));
        addSizes(rendition, similarity.samples(), similarity.unitsX(), similarity.unitsY(), shown);
        rendition.fact(shown, "frequencies", frequencies(similarity));
    }

    private static void addTable(Rendition rendition, FrequencySimilarity similarity, Shown<?> shown) {
        var compared = similarity.compared();
        var details = compared.stream()
                .flatMap(at -> at.details().keySet().stream())
                .distinct()
                .toList();
        var columns = new ArrayList<>(List.of("row", "column", "weight", similarity.metric()));
        columns.addAll(details);
        rendition.sheet(shown.suffix(), columns, compared.size(), (index, column) -> {
            var at = compared.get(index);
            return switch (column) {
                case 0 -> (Object) (long) at.frequency().row();
                case 1 -> (long) at.frequency().column();
                case 2 -> (long) at.frequency().weight();
                case 3 -> at.score();
                default -> Math.round(at.details().get(details.get(column - 4)));
            };
        });
    }

    static void add(Rendition rendition, FrequencyMoments moments, Shown<?> shown) {
        addSizes(rendition, moments.samples(), moments.unitsX(), moments.unitsY(), shown);
        rendition.fact(shown, "frequencies", Numbers.count(moments.frequencies().size()));
    }

    private static void addSizes(Rendition rendition, long samples, int unitsX, int unitsY, Shown<?> shown) {
        rendition.fact(shown, "samples (n)", Numbers.count(samples));
        rendition.fact(shown, "units of x (p)", Integer.toString(unitsX));
        rendition.fact(shown, "units of y (q)", Integer.toString(unitsY));
    }

    private static String frequencies(FrequencySimilarity similarity) {
        var compared = Numbers.count(similarity.compared().size());
        var dead = similarity.degenerate().size();
        return dead == 0 ? compared : compared + ", " + Numbers.count(dead) + " left out: all units of a side are dead";
    }

    private static HeatMap map(FrequencySimilarity similarity, String title) {
        var all = similarity.compared().stream().map(At::frequency).toList();
        var rows = all.stream().mapToInt(Frequency::row).summaryStatistics();
        var columns = all.stream().mapToInt(Frequency::column).summaryStatistics();
        var height = rows.getMax() - rows.getMin() + 1;
        var width = columns.getMax() - columns.getMin() + 1;
        var cells = new double[height * width];
        for (var at : similarity.compared()) {
            var row = at.frequency().row();
            var column = at.frequency().column() - columns.getMin();
            cells[(row - rows.getMin()) * width + column] = at.score();
            if (-row >= rows.getMin() && mirrors(at.frequency().column(), similarity)) {
                cells[(-row - rows.getMin()) * width + column] = at.score();
            }
        }
        var matrix = Matrix.of(height, width, cells);
        return new HeatMap(
                title,
                matrix,
                Units.counted("cycles down the height", rows.getMin(), height),
                Units.counted("cycles across the width", columns.getMin(), width),
                HeatMap.rangeOf(matrix));
    }

    /** Whether -column is the same as column, so that rows below 0 are those above. */
    private static boolean mirrors(int column, FrequencySimilarity similarity) {
        return Stream.concat(similarity.compared().stream().map(At::frequency), similarity.degenerate().stream())
                .noneMatch(frequency -> frequency.column() == column && frequency.row() < 0);
    }
}
