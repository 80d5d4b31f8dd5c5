package org.repframework.plugin.subspacematch;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;

/**
 * The activation vectors of all units of two layers by their inner products: not centred, each of length 1. Units are
 * numbered on: those of x from 0, those of y from p. A unit that is 0 on every sample is dead and has no direction.
 *
 * @param unitsX p
 * @param xx p x p
 * @param yy q x q
 * @param xy p x q
 * @param yx q x p
 * @param constant of each unit the product with the constant vector of length 1, x before y
 */
record UnitVectors(
        long samples,
        int unitsX,
        double[][] xx,
        double[][] yy,
        double[][] xy,
        double[][] yx,
        double[] constant,
        boolean[] dead) {

    static UnitVectors of(JointMoments moments) {
        var n = moments.samples();
        var x = moments.meanX().toArray();
        var y = moments.meanY().toArray();
        var lengthX = lengths(moments.xx(), x, n);
        var lengthY = lengths(moments.yy(), y, n);
        var xy = products(moments.xy(), x, lengthX, y, lengthY, n);
        var lengths = DoubleStream.concat(Arrays.stream(lengthX), Arrays.stream(lengthY))
                .toArray();
        var constant = DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).toArray();
        var dead = new boolean[lengths.length];
        for (var unit = 0; unit < dead.length; unit++) {
            dead[unit] = lengths[unit] == 0;
            constant[unit] = dead[unit] ? 0 : constant[unit] * Math.sqrt(n) / lengths[unit];
        }
        return new UnitVectors(
                n,
                x.length,
                products(moments.xx(), x, lengthX, x, lengthX, n),
                products(moments.yy(), y, lengthY, y, lengthY, n),
                xy,
                transposed(xy),
                constant,
                dead);
    }

    private static double[] lengths(Matrix squares, double[] means, long n) {
        return IntStream.range(0, means.length)
                .mapToDouble(unit -> Math.sqrt(Math.max(0, squares.at(unit, unit)) + n * means[unit] * means[unit]))
                .toArray();
    }

    /** From the moments about the means to inner products, scaled. */
    private static double[][] products(
            Matrix about, double[] meanRow, double[] lengthRow, double[] meanColumn, double[] lengthColumn, long n) {
        var products = new double[meanRow.length][];
        for (var row = 0; row < products.length; row++) {
            products[row] = about.rowAt(row);
            for (var column = 0; column < meanColumn.length; column++) {
                var scale = lengthRow[row] * lengthColumn[column];
                products[row][column] =
                        scale == 0 ? 0 : (products[row][column] + n * meanRow[row] * meanColumn[column]) / scale;
            }
        }
        return products;
    }

    private static double[][] transposed(double[][] matrix) {
        var result = new double[matrix[0].length][matrix.length];
        for (var row = 0; row < matrix.length; row++) {
            for (var column = 0; column < result.length; column++) {
                result[column][row] = matrix[row][column];
            }
        }
        return result;
    }

    /** The units that are not dead, ascending. */
    int[] living() {
        return IntStream.range(0, dead.length).filter(unit -> !dead[unit]).toArray();
    }

    boolean ofX(int unit) {
        return unit < unitsX;
    }

    /** The units of x among some, as numbered in x. */
    int[] inX(int[] units) {
        return Arrays.stream(units).filter(this::ofX).toArray();
    }

    /** The units of y among some, as numbered in y. */
    int[] inY(int[] units) {
        return Arrays.stream(units)
                .filter(unit -> !ofX(unit))
                .map(unit -> unit - unitsX)
                .toArray();
    }
}
