package org.repframework.report.exhibit;

import java.util.List;
import java.util.stream.Stream;
import org.repframework.report.figure.HeatMap;
import org.repframework.report.figure.Units;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.Frequency;
import org.repframework.spi.FrequencyMoments;
import org.repframework.spi.FrequencySimilarity;
import org.repframework.spi.Matrix;

/** A measure frequency by frequency: a heat map with the frequencies down the height as rows. */
final class FrequencyExhibit {

    private FrequencyExhibit() {}

    static void add(Rendition rendition, FrequencySimilarity similarity, Shown<?> shown) {
        var frequencies = similarity.frequencies();
        var values = similarity.values();
        var map = map(similarity, shown.title(rendition.title()));
        rendition.figure(shown.suffix(), similarity.metric() + " at each frequency; what was left out is 0", map::draw);
        rendition.sheet(
                shown.suffix(),
                List.of("row", "column", "weight", similarity.metric()),
                frequencies.size(),
                (index, column) -> {
                    var frequency = frequencies.get(index);
                    return switch (column) {
                        case 0 -> (Object) (long) frequency.row();
                        case 1 -> (long) frequency.column();
                        case 2 -> (long) frequency.weight();
                        default -> values.get(index);
                    };
                });
        rendition.fact(shown, similarity.metric(), Numbers.brief(similarity.score()));
        addSizes(rendition, similarity.samples(), similarity.unitsX(), similarity.unitsY(), shown);
        rendition.fact(shown, "frequencies", frequencies(similarity));
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
        var compared = Numbers.count(similarity.frequencies().size());
        var dead = similarity.degenerate().size();
        return dead == 0 ? compared : compared + ", " + Numbers.count(dead) + " left out: all units of a side are dead";
    }

    /** Whether -column is the same as column, so that no row below 0 says anything new: they mirror those above. */
    private static boolean ownConjugate(int column, FrequencySimilarity similarity) {
        return Stream.of(similarity.frequencies(), similarity.degenerate())
                .flatMap(List::stream)
                .noneMatch(frequency -> frequency.column() == column && frequency.row() < 0);
    }

    private static HeatMap map(FrequencySimilarity similarity, String title) {
        var rows = similarity.frequencies().stream().mapToInt(Frequency::row).summaryStatistics();
        var columns =
                similarity.frequencies().stream().mapToInt(Frequency::column).summaryStatistics();
        var height = rows.getMax() - rows.getMin() + 1;
        var width = columns.getMax() - columns.getMin() + 1;
        var cells = new double[height * width];
        for (var i = 0; i < similarity.values().size(); i++) {
            var frequency = similarity.frequencies().get(i);
            var column = frequency.column() - columns.getMin();
            cells[(frequency.row() - rows.getMin()) * width + column] =
                    similarity.values().get(i);
            if (-frequency.row() >= rows.getMin() && ownConjugate(frequency.column(), similarity)) {
                cells[(-frequency.row() - rows.getMin()) * width + column] =
                        similarity.values().get(i);
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
}
