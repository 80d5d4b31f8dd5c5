package org.repframework.spi;

import java.util.List;
import java.util.stream.Stream;

/**
 * The second moments of two recordings whose units are channels under the two-dimensional Fourier transform over a layer's
 * positions, at each frequency by itself (Raghu et al., NIPS 2017, section 2 and theorem 2). They are complex and
 * about the means of the transforms: of samples z, w the sum of conj(z)ᵀ w.
 *
 * @param samples number of images
 * @param largestX largest sum of a channel's absolute activations over an image, which bounds its transform at every
 *     frequency, 1 x p; a unit is dead by comparison with it
 * @param largestY the same of y, 1 x q
 * @param xx p x p at each frequency
 * @param yy q x q
 * @param xy p x q
 */
public record FrequencyMoments(
        long samples,
        List<Frequency> frequencies,
        Matrix largestX,
        Matrix largestY,
        Products xx,
        Products yy,
        Products xy)
        implements Artifact {

    /**
     * A complex matrix at each frequency, row by row in one row: frequencies x (rows * columns).
     *
     * @param imaginary 0 at a frequency whose transform is real
     */
    public record Products(Matrix real, Matrix imaginary) {

        private boolean fit(int frequencies, int size) {
            return Stream.of(real, imaginary)
                    .allMatch(part -> part.rows() == frequencies && part.columns() == size && part.finite());
        }
    }

    public FrequencyMoments {
        frequencies = List.copyOf(frequencies);
        var p = largestX.columns();
        var q = largestY.columns();
        if (samples < 1
                || frequencies.isEmpty()
                || !xx.fit(frequencies.size(), p * p)
                || !yy.fit(frequencies.size(), q * q)
                || !xy.fit(frequencies.size(), p * q)
                || !largestX.finite()
                || !largestY.finite()) {
            throw new IllegalArgumentException("moments of " + samples + " samples of " + p + " and " + q + " units at "
                    + frequencies.size() + " frequencies are NaN or infinite, or do not fit together");
        }
    }

    /** Units of x, p. */
    public int unitsX() {
        return largestX.columns();
    }

    /** Units of y, q. */
    public int unitsY() {
        return largestY.columns();
    }

    /**
     * The moments at a frequency in real form. Where the transform is real they are those of its n samples. Elsewhere they
     * are those of 2n real samples of 2p and 2q units, (a, b) and (-b, a) for each complex sample a + ib: every canonical
     * correlation and every principal direction is there twice. Samples are centred, so that the means are 0; sums with
     * squared lengths are not known and 0.
     *
     * @param index position among the frequencies
     */
    public JointMoments at(int index) {
        var real = frequencies.get(index).real();
        var p = unitsX();
        var q = unitsY();
        var sides = real ? 1 : 2;
        return new JointMoments(
                sides * samples,
                zeros(sides * p),
                zeros(sides * q),
                realForm(xx, index, p, p),
                realForm(yy, index, q, q),
                realForm(xy, index, p, q),
                repeated(largestX, sides),
                repeated(largestY, sides),
                new LengthMoments(0, 0, 0, zeros(sides * p), zeros(sides * q), zeros(sides * p), zeros(sides * q)));
    }

    /** C + iD as (C D; -D C), or as C where D is 0. */
    private Matrix realForm(Products products, int index, int rows, int columns) {
        var c = products.real().rowAt(index);
        if (frequencies.get(index).real()) {
            return Matrix.of(rows, columns, c);
        }
        var d = products.imaginary().rowAt(index);
        var values = new double[4 * rows * columns];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var at = row * columns + column;
                var upper = 2 * row * columns + column;
                var lower = 2 * (rows + row) * columns + column;
                values[upper] = c[at];
                values[upper + columns] = d[at];
                values[lower] = -d[at];
                values[lower + columns] = c[at];
            }
        }
        return Matrix.of(2 * rows, 2 * columns, values);
    }

    private static Matrix zeros(int columns) {
        return Matrix.row(new double[columns]);
    }

    private static Matrix repeated(Matrix row, int times) {
        var values = new double[times * row.columns()];
        for (var i = 0; i < values.length; i++) {
            values[i] = row.at(0, i % row.columns());
        }
        return Matrix.row(values);
    }
}
