package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import org.bytedeco.javacpp.DoublePointer;
import org.repframework.spi.JointMoments;
import org.repframework.spi.LengthMoments;
import org.repframework.spi.Matrix;

/** The sums over two different recordings, about their pilot means. Their pieces are equally full at any time. */
final class PairProducts implements AutoCloseable {

    private final ActivationPiece x;
    private final ActivationPiece y;
    private final DoublePointer products; // (p x q)
    private final double[] xTimesY; // sum of |x|² y
    private final double[] yTimesX;
    private double lengthProducts; // sum of |x|²|y|²

    PairProducts(ActivationPiece x, ActivationPiece y) {
        this.x = x;
        this.y = y;
        products = ActivationPiece.zeros((long) x.units() * y.units());
        xTimesY = new double[y.units()];
        yTimesX = new double[x.units()];
    }

    /** Adds the pieces, which are completed. */
    void add() {
        cblas_dgemm(
                CblasRowMajor,
                CblasTrans,
                CblasNoTrans,
                x.units(),
                y.units(),
                x.filled(),
                1,
                x.samples(),
                x.units(),
                y.samples(),
                y.units(),
                1,
                products,
                y.units());
        y.addTimesLengths(x, xTimesY);
        x.addTimesLengths(y, yTimesX);
        lengthProducts += x.dotLengths(y);
    }

    /** @param squaresX second moments of x, as those of y about the mean */
    JointMoments moments(Matrix squaresX, Matrix squaresY) {
        var products = products();
        var lengths = new LengthMoments(
                x.lengthSquares(),
                y.lengthSquares(),
                lengthProducts,
                x.lengthTimesUnits(),
                Matrix.row(xTimesY),
                Matrix.row(yTimesX),
                y.lengthTimesUnits());
        return new JointMoments(
                x.count(),
                x.mean(),
                y.mean(),
                squaresX,
                squaresY,
                products,
                x.largest(),
                y.largest(),
                lengths.toMeans(x.count(), x.shiftOfMean(), y.shiftOfMean(), squaresX, squaresY, products));
    }

    /** The moments of a recording with itself. */
    static JointMoments moments(ActivationPiece x, Matrix squares) {
        var fourth = x.lengthSquares();
        var third = x.lengthTimesUnits();
        var shift = x.shiftOfMean();
        var lengths = new LengthMoments(fourth, fourth, fourth, third, third, third, third);
        return new JointMoments(
                x.count(),
                x.mean(),
                x.mean(),
                squares,
                squares,
                squares,
                x.largest(),
                x.largest(),
                lengths.toMeans(x.count(), shift, shift, squares, squares, squares));
    }

    boolean of(ActivationPiece piece) {
        return x == piece;
    }

    private Matrix products() {
        var values = new double[Math.multiplyExact(x.units(), y.units())];
        products.get(values);
        for (var row = 0; row < x.units(); row++) {
            for (var column = 0; column < y.units(); column++) {
                values[row * y.units() + column] -= x.sum(row) * y.shiftOfMean(column);
            }
        }
        return Matrix.of(x.units(), y.units(), values);
    }

    @Override
    public void close() {
        products.close();
    }
}
