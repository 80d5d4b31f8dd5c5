package org.repframework.spi;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The second moments of two recordings over the same samples, about their means: all that Pearson, CCA, SVCCA, PWCCA,
 * linear CKA, Procrustes and regression need. They are finite and of at least one sample: no metric meets NaN.
 *
 * @param samples number of rows of both recordings, at least 1
 * @param meanX 1 x p
 * @param meanY 1 x q
 * @param xx sum over samples of (x - meanX)ᵀ(x - meanX), p x p
 * @param yy the same of y, q x q
 * @param xy sum over samples of (x - meanX)ᵀ(y - meanY), p x q
 * @param largestX largest absolute activation of each unit, 1 x p; a unit is dead by comparison with it
 * @param largestY the same of y, 1 x q
 * @param lengths sums with squared lengths about the means
 */
public record JointMoments(
        long samples,
        Matrix meanX,
        Matrix meanY,
        Matrix xx,
        Matrix yy,
        Matrix xy,
        Matrix largestX,
        Matrix largestY,
        LengthMoments lengths)
        implements Artifact {

    public JointMoments {
        var p = meanX.columns();
        var q = meanY.columns();
        if (xx.rows() != p
                || xx.columns() != p
                || yy.rows() != q
                || yy.columns() != q
                || xy.rows() != p
                || xy.columns() != q
                || largestX.columns() != p
                || largestY.columns() != q
                || !lengths.fit(p, q)) {
            throw new IllegalArgumentException("moments of " + p + " and " + q + " units do not fit together");
        }
        if (samples < 1) {
            throw new IllegalArgumentException("moments of " + samples + " samples");
        }
        if (!Stream.of(meanX, meanY, xx, yy, xy, largestX, largestY).allMatch(Matrix::finite) || !lengths.finite()) {
            throw new IllegalArgumentException("moments of " + p + " and " + q + " units are NaN or infinite");
        }
    }

    /** Units of x, p. */
    public int unitsX() {
        return meanX.columns();
    }

    /** Units of y, q. */
    public int unitsY() {
        return meanY.columns();
    }

    /** Whether a unit of x is dead: its standard deviation is at most 1e-12 of its largest absolute value. */
    public boolean deadX(int unit) {
        return dead(xx.at(unit, unit), largestX.at(0, unit));
    }

    /** Whether a unit of y is dead. */
    public boolean deadY(int unit) {
        return dead(yy.at(unit, unit), largestY.at(0, unit));
    }

    /** Dead units of x, ascending. */
    public List<Integer> deadX() {
        return IntStream.range(0, unitsX()).filter(this::deadX).boxed().toList();
    }

    /** Dead units of y, ascending. */
    public List<Integer> deadY() {
        return IntStream.range(0, unitsY()).filter(this::deadY).boxed().toList();
    }

    /**
     * Warns of dead units, for a metric in which they take no part.
     *
     * @throws StageFailure if a side has no others
     */
    public void requireLivingUnits(StageContext context) throws StageFailure {
        requireLivingUnits(context, "x", deadX().size(), unitsX());
        requireLivingUnits(context, "y", deadY().size(), unitsY());
    }

    private void requireLivingUnits(StageContext context, String side, int dead, int units) throws StageFailure {
        if (dead == units) {
            throw new StageFailure("all " + units + " units of " + side + " are dead (constant over the " + samples
                    + " samples): there is nothing to correlate");
        }
        if (dead > 0) {
            context.warn("dead units of " + side + ": " + dead + " of " + units + "; they take no part");
        }
    }

    private boolean dead(double squares, double largest) {
        return Math.sqrt(Math.max(0, squares) / samples) <= 1e-12 * largest;
    }

    /** The same moments with the sides exchanged. */
    public JointMoments swapped() {
        return new JointMoments(samples, meanY, meanX, yy, xx, xy.transposed(), largestY, largestX, lengths.swapped());
    }

    /**
     * The moments of these samples and of others together (Chan, Golub and LeVeque, "Algorithms for computing the
     * sample variance", The American Statistician 37, 1983, equation 1.5).
     *
     * @param other of the same units over other samples
     */
    public JointMoments merged(JointMoments other) {
        if (unitsX() != other.unitsX() || unitsY() != other.unitsY()) {
            throw new IllegalArgumentException("moments of " + unitsX() + " and " + unitsY()
                    + " units do not merge with those of " + other.unitsX() + " and " + other.unitsY());
        }
        var all = samples + other.samples;
        var share = (double) other.samples / all;
        var differenceX = other.meanX.plus(meanX.times(-1));
        var differenceY = other.meanY.plus(meanY.times(-1));
        var mine = lengths.fromMeans(this, differenceX.times(share), differenceY.times(share));
        var theirs = other.lengths.fromMeans(other, differenceX.times(share - 1), differenceY.times(share - 1));
        var weight = samples * share;
        return new JointMoments(
                all,
                meanX.plus(differenceX.times(share)),
                meanY.plus(differenceY.times(share)),
                together(xx, other.xx, differenceX, differenceX, weight),
                together(yy, other.yy, differenceY, differenceY, weight),
                together(xy, other.xy, differenceX, differenceY, weight),
                largest(largestX, other.largestX),
                largest(largestY, other.largestY),
                mine.plus(theirs));
    }

    private static Matrix together(Matrix a, Matrix b, Matrix differenceX, Matrix differenceY, double weight) {
        var sum = a.plus(b).toArray();
        for (var i = 0; i < sum.length; i++) {
            sum[i] += weight * (differenceX.at(0, i / a.columns()) * differenceY.at(0, i % a.columns()));
        }
        return Matrix.of(a.rows(), a.columns(), sum);
    }

    private static Matrix largest(Matrix a, Matrix b) {
        var values = a.toArray();
        for (var i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], b.at(0, i));
        }
        return Matrix.row(values);
    }
}
