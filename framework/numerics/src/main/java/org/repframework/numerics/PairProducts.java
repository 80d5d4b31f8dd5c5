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
    private final DoublePointer products; // of the units and squared lengths (p + 1 x q + 1)

    PairProducts(ActivationPiece x, ActivationPiece y) {
        this.x = x;
        this.y = y;
        products = ActivationPiece.zeros((long) x.unitsAndLength() * y.unitsAndLength());
    }

    /** Adds the pieces, which are completed. */
    void add() {
        cblas_dgemm(
                CblasRowMajor,
                CblasTrans,
                CblasNoTrans,
                x.unitsAndLength(),
                y.unitsAndLength(),
                x.filled(),
                1,
                x.samples(),
                x.columns(),
                y.samples(),
                y.columns(),
                1,
                products,
                y.unitsAndLength());
    }

    /** @param squaresX second moments of x, as those of y about the mean */
    JointMoments moments(Matrix squaresX, Matrix squaresY) {
        var aboutMeans = aboutMeans();
        var lengths = new LengthMoments(
                x.lengthSquares(),
                y.lengthSquares(),
                products.get((long) x.unitsAndLength() * y.unitsAndLength() - 1),
                x.lengthTimesUnits(),
                lengthsTimesY(),
                lengthsTimesX(),
                y.lengthTimesUnits());
        return new JointMoments(
                x.count(),
                x.mean(),
                y.mean(),
                squaresX,
                squaresY,
                aboutMeans,
                x.largest(),
                y.largest(),
                lengths.toMeans(x.count(), x.shiftOfMean(), y.shiftOfMean(), squaresX, squaresY, aboutMeans));
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

    /** Sum of |x|² y. */
    private Matrix lengthsTimesY() {
        var sums = new double[y.units()];
        products.position((long) x.units() * y.unitsAndLength()).get(sums);
        products.position(0);
        return Matrix.row(sums);
    }

    /** Sum of |y|² x. */
    private Matrix lengthsTimesX() {
        var sums = new double[x.units()];
        for (var row = 0; row < sums.length; row++) {
            sums[row] = products.get((long) row * y.unitsAndLength() + y.units());
        }
        return Matrix.row(sums);
    }

    private Matrix aboutMeans() {
        var values = ActivationPiece.firstColumns(products, x.units(), y.unitsAndLength(), y.units());
        var sums = x.sums();
        var shift = y.shiftOfMean();
        for (var row = 0; row < x.units(); row++) {
            for (var column = 0; column < y.units(); column++) {
                values[row * y.units() + column] -= sums[row] * shift.at(0, column);
            }
        }
        return Matrix.of(x.units(), y.units(), values);
    }

    @Override
    public void close() {
        products.close();
    }
}
