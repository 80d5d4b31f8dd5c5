package org.repframework.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.repframework.report.svg.Numbers;

/** One direction of a plot: its range and where its marks lie. */
record Axis(String label, double low, double high, List<Tick> ticks, boolean categorical) {

    record Tick(double at, String label) {}

    /** Marks at round numbers; the range is kept as given. */
    static Axis numeric(String label, double low, double high, int marks) {
        return new Axis(label, low, high, round(low, high, stepFor(high - low, marks)), false);
    }

    /** The same for counted things: no mark between two whole numbers. */
    static Axis whole(String label, double low, double high, int marks) {
        return new Axis(
                label, low, high, round(low, high, stepFor(high - low, marks).max(BigDecimal.ONE)), false);
    }

    /** Marks at round numbers; the range is widened to the next of them on both sides. */
    static Axis widened(String label, double low, double high, int marks) {
        var room = high > low ? 0 : Math.max(Math.abs(low) * 0.05, 0.5e-3);
        var step = stepFor(high - low + 2 * room, marks);
        var size = step.doubleValue();
        var from = Math.min(low, Math.floor((low - room) / size + 1e-9) * size);
        var to = Math.max(high, Math.ceil((high + room) / size - 1e-9) * size);
        return new Axis(label, from, to, round(from, to, step), false);
    }

    /** One mark a name, at 0, 1, ... */
    static Axis categories(String label, List<String> names) {
        var ticks = new ArrayList<Tick>();
        for (var i = 0; i < names.size(); i++) {
            ticks.add(new Tick(i, names.get(i)));
        }
        return new Axis(label, -0.5, names.size() - 0.5, ticks, true);
    }

    /** A place on the axis in words: a category's name, or the number. */
    String text(double value) {
        return categorical ? ticks.get((int) value).label() : Numbers.brief(value);
    }

    /** Where a value lies between the ends of the axis, in pixels. */
    double place(double value, double from, double to) {
        return high > low ? from + (value - low) / (high - low) * (to - from) : (from + to) / 2;
    }

    /** 1, 2 or 5 times a power of ten, for about so many marks. */
    private static BigDecimal stepFor(double width, int marks) {
        if (!(width > 0) || Double.isInfinite(width)) {
            return BigDecimal.ONE;
        }
        var wanted = width / Math.max(1, marks);
        var exponent = (int) Math.floor(Math.log10(wanted));
        var mantissa = wanted / Math.pow(10, exponent);
        if (mantissa > 7.5) {
            return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
        }
        return BigDecimal.valueOf(mantissa > 3.5 ? 5 : mantissa > 1.5 ? 2 : 1).scaleByPowerOfTen(exponent);
    }

    private static List<Tick> round(double low, double high, BigDecimal step) {
        var ticks = new ArrayList<Tick>();
        var size = step.doubleValue();
        var largest = Math.max(Math.abs(low), Math.abs(high));
        var scientific = largest >= 1e6 || largest < 1e-3;
        var first = (long) Math.ceil(low / size - 1e-9);
        var last = (long) Math.floor(high / size + 1e-9);
        for (var k = first; k <= last; k++) {
            ticks.add(new Tick(k * size, label(step.multiply(BigDecimal.valueOf(k)), scientific)));
        }
        return ticks;
    }

    private static String label(BigDecimal value, boolean scientific) {
        if (scientific) {
            return value.signum() == 0 ? "0" : Numbers.scientific(value);
        }
        return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
    }
}
