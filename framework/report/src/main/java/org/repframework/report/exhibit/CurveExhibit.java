package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.repframework.engine.store.Pace;
import org.repframework.report.figure.CurvePanels;
import org.repframework.report.figure.Line;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.Curve;

/** A small plot for each quantity, with a line for each artifact. */
final class CurveExhibit {

    private CurveExhibit() {}

    /** @param paces of the tasks that the curves come from */
    static void add(Rendition rendition, List<Shown<Curve>> kept, List<Pace> paces) {
        var curves = new ArrayList<Shown<Curve>>();
        for (var i = 0; i < kept.size(); i++) {
            var curve = Speed.beside(kept.get(i).artifact(), paces.get(i));
            curves.add(new Shown<>(curve, kept.get(i).label(), kept.get(i).suffix()));
        }
        var quantities = new LinkedHashSet<String>();
        curves.forEach(shown -> shown.artifact().series().forEach(series -> quantities.add(series.name())));
        var panels = new ArrayList<CurvePanels.Panel>();
        for (var quantity : quantities) {
            panels.add(new CurvePanels.Panel(
                    quantity,
                    curves.stream().map(shown -> line(shown, quantity)).toList()));
        }
        var picture =
                new CurvePanels(rendition.title(), curves.get(0).artifact().axis(), panels);
        rendition.figure("", "", picture::draw);
        for (var i = 0; i < curves.size(); i++) {
            var measured = curves.get(i).artifact().series().size()
                    - kept.get(i).artifact().series().size();
            addSheet(rendition, curves.get(i), measured);
        }
    }

    private static Line line(Shown<Curve> shown, String quantity) {
        for (var series : shown.artifact().series()) {
            if (series.name().equals(quantity)) {
                return Line.through(
                        shown.label(), array(shown.artifact().at()), array(series.values()), Optional.empty());
            }
        }
        return Line.through(shown.label(), new double[0], new double[0], Optional.empty());
    }

    private static void addSheet(Rendition rendition, Shown<Curve> shown, int measured) {
        var curve = shown.artifact();
        var columns = new ArrayList<String>();
        columns.add(curve.axis());
        curve.series().forEach(series -> columns.add(series.name()));
        rendition.sheet(
                shown.suffix(),
                columns,
                measured,
                curve.at().size(),
                (row, column) -> column == 0
                        ? whole(curve.at().get(row))
                        : known(curve.series().get(column - 1).values().get(row)));
        if (!curve.at().isEmpty()) {
            var last = curve.at().size() - 1;
            for (var series : curve.series()) {
                rendition.fact(
                        shown,
                        series.name() + " at " + curve.axis() + " "
                                + Numbers.brief(curve.at().get(last)),
                        Numbers.brief(series.values().get(last)));
            }
        }
    }

    /** What is not known is an empty cell. */
    private static Object known(double value) {
        return Double.isNaN(value) ? "" : value;
    }

    /** Epoch 3 is 3, not 3.0. */
    private static Object whole(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return (long) value;
        }
        return value;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
