package org.repframework.testkit;

import java.util.List;
import java.util.Random;
import org.repframework.spi.Frequency;
import org.repframework.spi.FrequencyMoments;
import org.repframework.spi.FrequencyMoments.Products;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;

/** Random complex samples of two layers (samples x units), centred. */
record ComplexUnits(Side x, Side y) {

    record Side(Matrix real, Matrix imaginary) {

        Side turned(double phase) {
            var cosine = Math.cos(phase);
            var sine = Math.sin(phase);
            return new Side(
                    real.times(cosine).plus(imaginary.times(-sine)),
                    real.times(sine).plus(imaginary.times(cosine)));
        }

        Products times(Side other) {
            var c = product(real, other.real).plus(product(imaginary, other.imaginary));
            var d = product(real, other.imaginary)
                    .plus(product(imaginary, other.real).times(-1));
            return new Products(Matrix.row(c.toArray()), Matrix.row(d.toArray()));
        }

        private static Matrix product(Matrix a, Matrix b) {
            return Activations.product(a.transposed(), b);
        }
    }

    static ComplexUnits random(long seed, int samples, int unitsX, int unitsY) {
        var real = Activations.random(seed, samples, unitsX, unitsY);
        var imaginary = Activations.random(seed + 100, samples, unitsX, unitsY);
        return new ComplexUnits(
                new Side(real.centredX(), imaginary.centredX()),
                new Side(real.swapped().centredX(), imaginary.swapped().centredX()));
    }

    /** Real samples as complex ones. */
    static ComplexUnits of(Activations activations) {
        var x = activations.centredX();
        var y = activations.swapped().centredX();
        return new ComplexUnits(new Side(x, x.times(0)), new Side(y, y.times(0)));
    }

    /** The same with each side turned by a phase of its own, which means nothing. */
    ComplexUnits turned(Random random) {
        return new ComplexUnits(x.turned(random.nextDouble(6)), y.turned(random.nextDouble(6)));
    }

    /** In real form, as a metric meets them. */
    JointMoments moments() {
        var frequencies = List.of(new Frequency(1, 1, 2));
        var samples = x.real().rows();
        return new FrequencyMoments(samples, frequencies, ones(x), ones(y), x.times(x), y.times(y), x.times(y)).at(0);
    }

    private static Matrix ones(Side side) {
        return Activations.map(Matrix.row(new double[side.real().columns()]), zero -> 1);
    }
}
