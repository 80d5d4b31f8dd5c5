package org.repframework.engine.reproduction;

import java.io.IOException;
import java.util.Locale;
import org.repframework.engine.store.Store;
import org.repframework.engine.store.TaskRecord.Output;
import org.repframework.spi.Matrix;
import org.repframework.spi.Npy;
import tools.jackson.databind.JsonNode;

/** Compares two artifacts, value by value: numbers by how much they differ, everything else by whether it does. */
public final class Comparison {

    private final Store before;
    private final Store now;
    private double absolute;
    private double relative;
    private String mismatch = "";

    private Comparison(Store before, Store now) {
        this.before = before;
        this.now = now;
    }

    /**
     * How alike two artifacts are.
     *
     * @param absolute largest difference of two numbers
     * @param relative the same, by the largest magnitude in the array, or of the two numbers
     * @param mismatch where they differ in something that is no number; empty: nowhere
     */
    public record Likeness(boolean identical, double absolute, double relative, String mismatch) {

        /** Whether only numbers differ, and these by no more than a part of their magnitude. */
        public boolean isWithin(double tolerance) {
            return identical || mismatch.isEmpty() && relative <= tolerance;
        }

        /** For example {@code within 1.2e-07 (relative 3.4e-07)}. */
        public String text(double tolerance) {
            if (identical) {
                return "bit-identical";
            }
            if (!mismatch.isEmpty()) {
                return "different: " + mismatch;
            }
            var size = String.format(Locale.ROOT, "%.2g (relative %.2g)", absolute, relative);
            return isWithin(tolerance) ? "within " + size : "different: by " + size;
        }
    }

    /** @throws IOException if a file of theirs cannot be read */
    public static Likeness compare(Output one, Store before, Output other, Store now) throws IOException {
        if (one.hash().equals(other.hash())) {
            return new Likeness(true, 0, 0, "");
        }
        var comparison = new Comparison(before, now);
        comparison.compare("", one.value(), other.value());
        return new Likeness(false, comparison.absolute, comparison.relative, comparison.mismatch);
    }

    private void compare(String where, JsonNode one, JsonNode other) throws IOException {
        if (one.equals(other)) {
            return;
        }
        if (one.isNumber() && other.isNumber()) {
            number(one.doubleValue(), other.doubleValue());
        } else if (one.has("npy") && other.has("npy") && one.size() == 1) {
            array(where, one.get("npy").stringValue(), other.get("npy").stringValue());
        } else if (one.has("file") && other.has("file") && one.size() == 1) {
            differ(where, "the bytes of a file");
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (var i = 0; i < one.size(); i++) {
                compare(where + "[" + i + "]", one.get(i), other.get(i));
            }
        } else if (one.isObject() && other.isObject() && one.size() == other.size()) {
            for (var property : one.properties()) {
                var name = property.getKey();
                if (other.has(name)) {
                    compare(where.isEmpty() ? name : where + "." + name, property.getValue(), other.get(name));
                } else {
                    differ(where, "'" + name + "' is not there");
                }
            }
        } else {
            differ(where, one.isContainer() || other.isContainer() ? "another shape" : one + " and " + other);
        }
    }

    private void number(double one, double other) {
        var difference = Math.abs(one - other);
        absolute = Math.max(absolute, difference);
        relative = Math.max(relative, difference / Math.max(Math.abs(one), Math.abs(other)));
    }

    private void array(String where, String one, String other) throws IOException {
        var header = Npy.readHeader(before.object(one));
        if (!header.type().equals(Npy.FLOAT64)
                || !Npy.readHeader(now.object(other)).type().equals(Npy.FLOAT64)) {
            differ(where, "the values of an array");
            return;
        }
        var first = Npy.readMatrix(before.object(one));
        var second = Npy.readMatrix(now.object(other));
        if (first.rows() != second.rows() || first.columns() != second.columns()) {
            differ(where, "an array of " + shape(first) + " and one of " + shape(second));
            return;
        }
        var largest = 0.0;
        var magnitude = 0.0;
        for (var row = 0; row < first.rows(); row++) {
            for (var column = 0; column < first.columns(); column++) {
                var value = first.at(row, column);
                var again = second.at(row, column);
                largest = Math.max(largest, Math.abs(value - again));
                magnitude = Math.max(magnitude, Math.max(Math.abs(value), Math.abs(again)));
            }
        }
        absolute = Math.max(absolute, largest);
        relative = Math.max(relative, magnitude == 0 ? 0 : largest / magnitude);
    }

    /** The first place is told. */
    private void differ(String where, String what) {
        if (mismatch.isEmpty()) {
            mismatch = where.isEmpty() ? what : where + ": " + what;
        }
    }

    private static String shape(Matrix matrix) {
        return matrix.rows() + " x " + matrix.columns();
    }
}
