package org.repframework.spi;

import java.util.Arrays;

/** An immutable matrix of doubles; a vector is a matrix of one row. */
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] values; // row by row

    private Matrix(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || values.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(values.length + " values for a " + rows + "x" + columns + " matrix");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** @param values row by row; copied */
    public static Matrix of(int rows, int columns, double... values) {
        return new Matrix(rows, columns, values.clone());
    }

    /** A matrix of one row; copied. */
    public static Matrix row(double... values) {
        return of(1, values.length, values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double at(int row, int column) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("column " + column + " of " + columns);
        }
        return values[row * columns + column];
    }

    /** A copy of one row. */
    public double[] rowAt(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    /** A copy of all values, row by row. */
    public double[] toArray() {
        return values.clone();
    }

    /** Whether no value is NaN or infinite. */
    public boolean finite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    public Matrix transposed() {
        var result = new double[values.length];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                result[column * rows + row] = values[row * columns + column];
            }
        }
        return new Matrix(columns, rows, result);
    }

    /** Both of the same size, added value by value. */
    public Matrix plus(Matrix other) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException("a " + this + " plus a " + other);
        }
        var result = values.clone();
        for (var i = 0; i < result.length; i++) {
            result[i] += other.values[i];
        }
        return new Matrix(rows, columns, result);
    }

    /** Every value times a factor. */
    public Matrix times(double factor) {
        return new Matrix(
                rows,
                columns,
                Arrays.stream(values).map(value -> value * factor).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * rows + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + "x" + columns + " matrix";
    }
}
