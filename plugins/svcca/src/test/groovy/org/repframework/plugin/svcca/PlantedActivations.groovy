package org.repframework.plugin.svcca

import org.ejml.simple.SimpleMatrix
import org.repframework.spi.ActivationMatrix
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import org.repframework.testkit.Activations

/** Activations that a script in another language can repeat: uniform numbers of a linear congruential generator. */
class PlantedActivations {

    static SimpleMatrix uniform(int rows, int columns, long seed) {
        def state = seed
        new SimpleMatrix(rows, columns, true, (0..<rows * columns).collect {
            state = (state * 1103515245L + 12345L) % 2147483648L
            return state / 2147483648d - 0.5d
        } as double[])
    }

    /** Two sides of 60 samples (wide: 6). */
    static List<SimpleMatrix> of(String kind) {
        def x = uniform(60, 7, 1)
        def y = x.mult(uniform(7, 5, 3)).plus(uniform(60, 5, 2).scale(0.5))
        switch (kind) {
            case 'random': return [x, uniform(60, 5, 2)]
            case 'correlated': return [x, y]
            case 'rank-deficient':
                def side = uniform(60, 3, 2).plus(uniform(60, 3, 1))
                return [uniform(60, 3, 1).mult(uniform(3, 7, 4)), side.combine(0, 3, side)]
            case 'wide': return [uniform(6, 9, 1), uniform(6, 8, 2)]
            case 'offset': return [x.plus(1e4d), y.plus(1e4d)]
            case 'dead':
                60.times {
                    x.set(it, 2, 0.1d)
                    y.set(it, 0, 0)
                }
                return [x, y]
            case 'decaying': return [x.mult(SimpleMatrix.diag((0..6).collect { 2d**-it } as double[])), y]
        }
        throw new IllegalArgumentException(kind)
    }

    static JointMoments moments(SimpleMatrix x, SimpleMatrix y) {
        new Activations(matrix(x), matrix(y)).moments()
    }

    static ActivationMatrix samples(SimpleMatrix matrix) {
        new ActivationMatrix() {
            long samples() { matrix.numRows }
            int units() { matrix.numCols }
            int samplesPerImage() { 1 }
            void read(long first, int count, double[] target) {
                System.arraycopy(matrix.getDDRM().data, (int) first * matrix.numCols, target, 0, count * matrix.numCols)
            }
        }
    }

    private static Matrix matrix(SimpleMatrix matrix) {
        Matrix.of(matrix.numRows, matrix.numCols, matrix.getDDRM().data)
    }
}
