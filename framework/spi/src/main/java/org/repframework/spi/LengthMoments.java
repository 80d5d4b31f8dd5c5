package org.repframework.spi;

import java.util.stream.Stream;

/**
 * Sums over samples with the squared lengths |x|² and |y|² of their activations, about the same origin as the {@link
 * JointMoments} that hold them: what the unbiased estimate of HSIC needs beside the second moments (Song et al.,
 * "Feature Selection via Dependence Maximization", JMLR 13, 2012, equation 5). The vectors make them mergeable.
 *
 * @param xx sum of |x|⁴
 * @param yy sum of |y|⁴
 * @param xy sum of |x|²|y|²
 * @param xTimesX sum of |x|² x, 1 x p
 * @param xTimesY sum of |x|² y, 1 x q
 * @param yTimesX sum of |y|² x, 1 x p
 * @param yTimesY sum of |y|² y, 1 x q
 */
public record LengthMoments(
        double xx, double yy, double xy, Matrix xTimesX, Matrix xTimesY, Matrix yTimesX, Matrix yTimesY) {

    /**
     * The sums about the means, where these are about an origin beside them.
     *
     * @param shiftX mean of x less the origin, 1 x p
     * @param shiftY the same of y, 1 x q
     * @param squaresX second moments about the means, p x p
     * @param squaresY q x q
     * @param products p x q
     */
    public LengthMoments toMeans(
            long samples, Matrix shiftX, Matrix shiftY, Matrix squaresX, Matrix squaresY, Matrix products) {
        return moved(samples, shiftX, shiftY, squaresX, squaresY, products, true);
    }

    /** The reverse: sums about the means as sums about the means plus a shift. */
    LengthMoments fromMeans(JointMoments moments, Matrix shiftX, Matrix shiftY) {
        return moved(moments.samples(), shiftX, shiftY, moments.xx(), moments.yy(), moments.xy(), false);
    }

    // With a = u + s, u about the mean: sum |a|² b = sum |u|² w + 2 Pᵀ s + (tr A + n |s|²) t, and
    // sum |a|²|b|² = sum |u|²|w|² + 2 t·(sum |u|² w) + 2 s·(sum |w|² u) + |t|² tr A + |s|² tr B + 4 sᵀPt + n |s|²|t|².
    private LengthMoments moved(long n, Matrix s, Matrix t, Matrix a, Matrix b, Matrix p, boolean toMeans) {
        var squaresX = trace(a) + n * dot(s, s);
        var squaresY = trace(b) + n * dot(t, t);
        var vectors = new LengthMoments(
                xx,
                yy,
                xy,
                moved(xTimesX, s, s, a, squaresX),
                moved(xTimesY, s, t, p, squaresX),
                moved(yTimesX, t, s, p.transposed(), squaresY),
                moved(yTimesY, t, t, b, squaresY));
        var means = toMeans ? vectors : this; // whose vectors are about the means
        var sign = toMeans ? -1 : 1;
        return new LengthMoments(
                xx - 4 * dot(s, means.xTimesX) + sign * rest(n, s, s, a, a, a),
                yy - 4 * dot(t, means.yTimesY) + sign * rest(n, t, t, b, b, b),
                xy - 2 * (dot(t, means.xTimesY) + dot(s, means.yTimesX)) + sign * rest(n, s, t, a, b, p),
                vectors.xTimesX,
                vectors.xTimesY,
                vectors.yTimesX,
                vectors.yTimesY);
    }

    private static Matrix moved(Matrix sums, Matrix s, Matrix t, Matrix p, double squares) {
        var result = sums.toArray();
        for (var column = 0; column < result.length; column++) {
            var product = 0.0;
            for (var row = 0; row < p.rows(); row++) {
                product += p.at(row, column) * s.at(0, row);
            }
            result[column] -= 2 * product + squares * t.at(0, column);
        }
        return Matrix.row(result);
    }

    private static double rest(long n, Matrix s, Matrix t, Matrix a, Matrix b, Matrix p) {
        var product = 0.0;
        for (var row = 0; row < p.rows(); row++) {
            for (var column = 0; column < p.columns(); column++) {
                product += s.at(0, row) * p.at(row, column) * t.at(0, column);
            }
        }
        var lengthS = dot(s, s);
        var lengthT = dot(t, t);
        return lengthT * trace(a) + lengthS * trace(b) + 4 * product + n * lengthS * lengthT;
    }

    private static double dot(Matrix a, Matrix b) {
        var sum = 0.0;
        for (var i = 0; i < a.columns(); i++) {
            sum += a.at(0, i) * b.at(0, i);
        }
        return sum;
    }

    private static double trace(Matrix matrix) {
        var sum = 0.0;
        for (var i = 0; i < matrix.rows(); i++) {
            sum += matrix.at(i, i);
        }
        return sum;
    }

    /** Sums of other samples about the same origin, added. */
    LengthMoments plus(LengthMoments other) {
        return new LengthMoments(
                xx + other.xx,
                yy + other.yy,
                xy + other.xy,
                xTimesX.plus(other.xTimesX),
                xTimesY.plus(other.xTimesY),
                yTimesX.plus(other.yTimesX),
                yTimesY.plus(other.yTimesY));
    }

    /** The same sums with the sides exchanged. */
    LengthMoments swapped() {
        return new LengthMoments(yy, xx, xy, yTimesY, yTimesX, xTimesY, xTimesX);
    }

    boolean fit(int unitsX, int unitsY) {
        return xTimesX.columns() == unitsX
                && xTimesY.columns() == unitsY
                && yTimesX.columns() == unitsX
                && yTimesY.columns() == unitsY;
    }

    boolean finite() {
        return Double.isFinite(xx + yy + xy)
                && Stream.of(xTimesX, xTimesY, yTimesX, yTimesY).allMatch(Matrix::finite);
    }
}
