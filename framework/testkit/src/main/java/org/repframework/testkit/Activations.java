package org.repframework.testkit;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.repframework.spi.Gram;
import org.repframework.spi.JointMoments;
import org.repframework.spi.LengthMoments;
import org.repframework.spi.Matrix;

/**
 * Activations of two layers over the same samples.
 *
 * @param x samples x units of x
 * @param y samples x units of y
 */
public record Activations(Matrix x, Matrix y) {

    public Activations {
        if (x.rows() != y.rows()) {
            throw new IllegalArgumentException(x.rows() + " samples of x, but " + y.rows() + " of y");
        }
    }

    /** Random ones; y is in part a linear function of x, so that no correlation is near 0 or 1. */
    public static Activations random(long seed, int samples, int unitsX, int unitsY) {
        var random = new Random(seed);
        var x = gaussian(samples, unitsX, random);
        var shared = product(x, gaussian(unitsX, unitsY, random)).toArray();
        var y = gaussian(samples, unitsY, random).toArray();
        for (var i = 0; i < y.length; i++) {
            y[i] += shared[i] / Math.sqrt(unitsX);
        }
        return new Activations(x, Matrix.of(samples, unitsY, y));
    }

    /** Both sides changed value by value. */
    public Activations map(DoubleUnaryOperator change) {
        return new Activations(map(x, change), map(y, change));
    }

    /** The same, with one unit of x the same at every sample. */
    public Activations constant(int unit, double value) {
        var values = x.toArray();
        for (var sample = 0; sample < x.rows(); sample++) {
            values[sample * x.columns() + unit] = value;
        }
        return new Activations(Matrix.of(x.rows(), x.columns(), values), y);
    }

    /** The same, with all activations of one sample alike. */
    Activations sample(int sample, double value) {
        return new Activations(sample(x, sample, value), sample(y, sample, value));
    }

    private static Matrix sample(Matrix side, int sample, double value) {
        var values = side.toArray();
        Arrays.fill(values, sample * side.columns(), (sample + 1) * side.columns(), value);
        return Matrix.of(side.rows(), side.columns(), values);
    }

    /** Some of the samples, in the order asked for. */
    Activations samples(int... chosen) {
        return new Activations(
                MetricTraits.columns(x.transposed(), chosen).transposed(),
                MetricTraits.columns(y.transposed(), chosen).transposed());
    }

    Activations swapped() {
        return new Activations(y, x);
    }

    /** The samples of x less their mean. */
    Matrix centredX() {
        return centred(x, mean(x));
    }

    /** The Gram matrix of x. */
    Gram gramX() {
        var centred = centredX();
        return new Gram(product(centred, centred.transposed()), centred.columns());
    }

    /** As a recorder gives them: about the means, in double precision. */
    public JointMoments moments() {
        var meanX = mean(x);
        var meanY = mean(y);
        var a = centred(x, meanX);
        var b = centred(y, meanY);
        return new JointMoments(
                x.rows(),
                meanX,
                meanY,
                product(a.transposed(), a),
                product(b.transposed(), b),
                product(a.transposed(), b),
                largest(x),
                largest(y),
                lengths(a, b));
    }

    private static LengthMoments lengths(Matrix a, Matrix b) {
        var ofA = squaredLengths(a);
        var ofB = squaredLengths(b);
        return new LengthMoments(
                product(ofA, ofA.transposed()).at(0, 0),
                product(ofB, ofB.transposed()).at(0, 0),
                product(ofA, ofB.transposed()).at(0, 0),
                product(ofA, a),
                product(ofA, b),
                product(ofB, a),
                product(ofB, b));
    }

    private static Matrix squaredLengths(Matrix samples) {
        return Matrix.row(IntStream.range(0, samples.rows())
                .mapToDouble(row -> Arrays.stream(samples.rowAt(row))
                        .map(value -> value * value)
                        .sum())
                .toArray());
    }

    static Matrix gaussian(int rows, int columns, Random random) {
        return Matrix.of(
                rows,
                columns,
                random.doubles((long) rows * columns)
                        .map(ignored -> random.nextGaussian())
                        .toArray());
    }

    static Matrix product(Matrix left, Matrix right) {
        var result = new double[left.rows() * right.columns()];
        for (var row = 0; row < left.rows(); row++) {
            for (var inner = 0; inner < left.columns(); inner++) {
                for (var column = 0; column < right.columns(); column++) {
                    result[row * right.columns() + column] += left.at(row, inner) * right.at(inner, column);
                }
            }
        }
        return Matrix.of(left.rows(), right.columns(), result);
    }

    static Matrix map(Matrix matrix, DoubleUnaryOperator change) {
        return Matrix.of(
                matrix.rows(),
                matrix.columns(),
                Arrays.stream(matrix.toArray()).map(change).toArray());
    }

    static Matrix mean(Matrix samples) {
        var ones = new double[samples.rows()];
        Arrays.fill(ones, 1);
        return map(product(Matrix.row(ones), samples), sum -> sum / samples.rows());
    }

    static Matrix centred(Matrix samples, Matrix mean) {
        var values = samples.toArray();
        for (var i = 0; i < values.length; i++) {
            values[i] -= mean.at(0, i % samples.columns());
        }
        return Matrix.of(samples.rows(), samples.columns(), values);
    }

    private static Matrix largest(Matrix samples) {
        var largest = new double[samples.columns()];
        var values = samples.toArray();
        for (var i = 0; i < values.length; i++) {
            largest[i % samples.columns()] = Math.max(largest[i % samples.columns()], Math.abs(values[i]));
        }
        return Matrix.row(largest);
    }
}
