package org.repframework.plugin.svcca

import static org.repframework.plugin.svcca.PlantedActivations.uniform

import org.ejml.simple.SimpleMatrix
import org.repframework.spi.Frequency
import org.repframework.spi.FrequencyMoments
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix

/** Complex activations that a script in another language can repeat, each side as real and imaginary part. */
class ComplexActivations {

    /** 60 samples of 3 and of 4 units. */
    static List<List<SimpleMatrix>> planted() {
        def (a, b) = [uniform(60, 3, 1), uniform(60, 3, 11)]
        def (c, d) = [uniform(3, 4, 3), uniform(3, 4, 13)]
        def y = [a.mult(c).minus(b.mult(d)).plus(uniform(60, 4, 2).scale(0.5)),
                 a.mult(d).plus(b.mult(c)).plus(uniform(60, 4, 12).scale(0.5))]
        def scale = SimpleMatrix.diag(4, 2, 1)
        [[a.mult(scale), b.mult(scale)], y]
    }

    /** In real form. */
    static JointMoments moments(List<SimpleMatrix> x, List<SimpleMatrix> y) {
        def (u, v) = [x, y].collect { side -> side.collect { centred(it) } }
        def ones = { side -> Matrix.row([1d] * side[0].numCols as double[]) }
        new FrequencyMoments(u[0].numRows, [new Frequency(1, 2, 2)], ones(u), ones(v),
                products(u, u), products(v, v), products(u, v)).at(0)
    }

    /** Sums of conj(x)ᵀ y. */
    private static FrequencyMoments.Products products(List<SimpleMatrix> x, List<SimpleMatrix> y) {
        def real = x[0].transpose().mult(y[0]).plus(x[1].transpose().mult(y[1]))
        def imaginary = x[0].transpose().mult(y[1]).minus(x[1].transpose().mult(y[0]))
        new FrequencyMoments.Products(Matrix.row(real.getDDRM().data), Matrix.row(imaginary.getDDRM().data))
    }

    private static SimpleMatrix centred(SimpleMatrix side) {
        def mean = SimpleMatrix.filled(1, side.numRows, 1 / (double) side.numRows).mult(side)
        side.minus(SimpleMatrix.filled(side.numRows, 1, 1).mult(mean))
    }
}
