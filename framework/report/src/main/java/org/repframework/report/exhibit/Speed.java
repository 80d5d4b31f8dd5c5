package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import org.repframework.engine.store.Pace;
import org.repframework.spi.Curve;

/**
 * How fast a task went from one point of its curve to the next. It was measured while the curve came about and is no
 * part of it, since the same training on another day has another speed.
 */
final class Speed {

    private Speed() {}

    /** The curve with one quantity more, for example {@code images/s}; where that is not known, its value is NaN. */
    static Curve beside(Curve curve, Pace pace) {
        var points = curve.at().size();
        var speeds = new ArrayList<Double>();
        for (var point = 0; point < points; point++) {
            var speed = pace.speed(pace.total() * point / points, pace.total() * (point + 1) / points);
            speeds.add(Double.isNaN(speed) ? speed : Math.rint(speed));
        }
        if (speeds.stream().allMatch(speed -> speed.isNaN())) {
            return curve;
        }
        var series = new ArrayList<>(curve.series());
        series.add(new Curve.Series(pace.unit() + "/s", List.copyOf(speeds)));
        return new Curve(curve.axis(), curve.at(), series);
    }
}
