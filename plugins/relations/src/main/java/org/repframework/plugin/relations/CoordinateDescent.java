package org.repframework.plugin.relations;

import java.util.Arrays;

/**
 * The weights w that minimise 1/2 E[(y - w.x)²] + penalty |w|_1 for one standardised unit y and standardised predictors
 * x, by cyclic coordinate descent from correlations alone (J. Friedman, T. Hastie and R. Tibshirani, "Regularization
 * Paths for Generalized Linear Models via Coordinate Descent", Journal of Statistical Software 33, 2010, sections 2.1 and
 * 2.2, covariance updates). The weights stay from one penalty to the next, as a warm start. A predictor without weight
 * whose correlation with the residual is within the penalty costs a comparison, so that only the active ones count.
 */
final class CoordinateDescent {

    /** Far below the 1e-6 that is promised, so that the number of weights beyond 1e-3 is settled too. */
    private static final double GAP = 1e-9;

    private static final int MOST_SWEEPS = 20_000;

    private final double[][] correlations; // among the predictors; 0 for a dead one
    private final double[] target; // of each predictor with y
    private final double[] weights;
    private final double[] residual; // correlation of each predictor with the residual: target - correlations * weights

    /** @param target of a living unit y */
    CoordinateDescent(double[][] correlations, double[] target) {
        this.correlations = correlations;
        this.target = target;
        weights = new double[target.length];
        residual = target.clone();
    }

    /** Moves the weights to the minimum, and says how far above it they may at most still be. */
    double minimise(double penalty) {
        var iterates = new double[Extrapolation.ITERATES][];
        var kept = 0;
        var gap = gap(penalty);
        for (var sweep = 0; gap > GAP && sweep < MOST_SWEEPS; sweep++) {
            iterates[kept] = weights.clone();
            if (++kept == Extrapolation.ITERATES) {
                leap(iterates, penalty);
                kept = 0;
            }
            for (var i = 0; i < weights.length; i++) {
                if (weights[i] != 0 || Math.abs(residual[i]) > penalty) {
                    move(i, shrunk(residual[i] + weights[i], penalty));
                }
            }
            gap = gap(penalty);
        }
        return gap;
    }

    /** To where the iterates are heading, if that is lower. */
    private void leap(double[][] iterates, double penalty) {
        var coefficients = Extrapolation.coefficients(iterates);
        if (coefficients == null) {
            return;
        }
        var objective = objective(penalty);
        var residuals = residual.clone();
        Arrays.fill(weights, 0);
        for (var k = 0; k < coefficients.length; k++) {
            for (var i = 0; i < weights.length; i++) {
                weights[i] += coefficients[k] * iterates[k + 1][i];
            }
        }
        findResidual();
        if (!(objective(penalty) < objective)) {
            System.arraycopy(iterates[coefficients.length], 0, weights, 0, weights.length);
            System.arraycopy(residuals, 0, residual, 0, residual.length);
        }
    }

    private void findResidual() {
        System.arraycopy(target, 0, residual, 0, target.length);
        for (var i = 0; i < weights.length; i++) {
            subtract(i, weights[i]);
        }
    }

    private double objective(double penalty) {
        return squaredError() / 2 + penalty * length();
    }

    private double length() {
        var length = 0.0;
        for (var weight : weights) {
            length += Math.abs(weight);
        }
        return length;
    }

    private void move(int unit, double weight) {
        var change = weight - weights[unit];
        weights[unit] = weight;
        subtract(unit, change);
    }

    /** What a change of a weight takes from the residual. */
    private void subtract(int unit, double change) {
        if (change != 0) {
            var row = correlations[unit];
            for (var i = 0; i < row.length; i++) {
                residual[i] -= change * row[i];
            }
        }
    }

    private static double shrunk(double value, double penalty) {
        return Math.signum(value) * Math.max(0, Math.abs(value) - penalty);
    }

    /** 1/2 E[(y - w.x)²]. */
    double loss() {
        return squaredError() / 2;
    }

    private double squaredError() {
        var error = 1.0;
        for (var i = 0; i < weights.length; i++) {
            error -= weights[i] * (target[i] + residual[i]);
        }
        return Math.max(0, error);
    }

    /**
     * The objective less that of the dual problem, max over t of E[ty] - 1/2 E[t²] with |E[t x_i]| <= penalty for every
     * i, at t = a multiple of the residual: S.-J. Kim et al., "An Interior-Point Method for Large-Scale l1-Regularized
     * Least Squares", IEEE Journal of Selected Topics in Signal Processing 1 (2007), section III.
     */
    private double gap(double penalty) {
        var explained = 0.0;
        var largest = 0.0;
        for (var i = 0; i < weights.length; i++) {
            explained += weights[i] * target[i];
            largest = Math.max(largest, Math.abs(residual[i]));
        }
        var multiple = largest <= penalty ? 1 : penalty / largest;
        var dual = multiple * (1 - explained) - multiple * multiple * squaredError() / 2;
        return Math.max(0, objective(penalty) - dual);
    }

    double[] weights() {
        return weights.clone();
    }

    /** How many predictors weigh more than that. */
    int beyond(double weight) {
        return (int)
                Arrays.stream(weights).filter(one -> Math.abs(one) > weight).count();
    }
}
