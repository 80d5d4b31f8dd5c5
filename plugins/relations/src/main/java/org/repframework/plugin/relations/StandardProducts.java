package org.repframework.plugin.relations;

import java.util.stream.IntStream;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.Prediction;

/**
 * Means of products over some images, of units standardised by the means and deviations of a fit on others; 0 with a unit
 * that was dead for the fit.
 *
 * @param xx E[x_i x_j]
 * @param xy E[x_i y_j]
 * @param yy E[y_j²]
 * @param variances of the units of y over these images
 */
record StandardProducts(double[][] xx, double[][] xy, double[] yy, double[] variances) {

    /** One side: how far its means are from those of the fit, and the deviations of the fit. */
    private record Side(double[] shifts, Matrix deviations) {

        static Side of(Prediction.Standard standard, Matrix means) {
            return new Side(
                    IntStream.range(0, means.columns())
                            .mapToDouble(
                                    unit -> means.at(0, unit) - standard.means().at(0, unit))
                            .toArray(),
                    standard.deviations());
        }

        double standardised(int unit, double value) {
            return deviations.at(0, unit) == 0 ? 0 : value / deviations.at(0, unit);
        }
    }

    static StandardProducts of(Prediction fit, JointMoments moments) {
        var x = Side.of(fit.x(), moments.meanX());
        var y = Side.of(fit.y(), moments.meanY());
        var q = moments.unitsY();
        var yy = new double[q];
        var variances = new double[q];
        for (var unit = 0; unit < q; unit++) {
            yy[unit] = product(moments.yy().at(unit, unit) / moments.samples(), y, unit, y, unit);
            variances[unit] =
                    y.standardised(unit, y.standardised(unit, moments.yy().at(unit, unit) / moments.samples()));
        }
        return new StandardProducts(
                products(moments.xx(), moments.samples(), x, x),
                products(moments.xy(), moments.samples(), x, y),
                yy,
                variances);
    }

    private static double[][] products(Matrix squares, long samples, Side rows, Side columns) {
        var products = new double[squares.rows()][squares.columns()];
        for (var row = 0; row < squares.rows(); row++) {
            for (var column = 0; column < squares.columns(); column++) {
                products[row][column] = product(squares.at(row, column) / samples, rows, row, columns, column);
            }
        }
        return products;
    }

    /** @param covariance over these images, about their own means */
    private static double product(double covariance, Side a, int unit, Side b, int other) {
        return a.standardised(unit, b.standardised(other, covariance + a.shifts()[unit] * b.shifts()[other]));
    }

    /** Half of E[(y - w.x)²] as a share of y's variance, of a unit of y that lives in the fit and here. */
    double loss(Matrix weights, int unit) {
        var predictors = IntStream.range(0, weights.rows())
                .filter(predictor -> weights.at(predictor, unit) != 0)
                .toArray();
        var error = yy[unit];
        for (var predictor : predictors) {
            var explained = 2 * xy[predictor][unit];
            for (var other : predictors) {
                explained -= weights.at(other, unit) * xx[predictor][other];
            }
            error -= weights.at(predictor, unit) * explained;
        }
        return Math.max(0, error) / variances[unit] / 2;
    }
}
