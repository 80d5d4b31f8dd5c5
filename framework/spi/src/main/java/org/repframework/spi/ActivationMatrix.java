package org.repframework.spi;

import java.io.IOException;

/**
 * The activations of a layer over a probe set: samples x units, finite, read in blocks of rows. The rows of one image
 * stand together.
 */
public interface ActivationMatrix {

    /** Rows, n; at least 1. */
    long samples();

    /** Columns, p; at least 1. */
    int units();

    /** Rows that one image gives, which move together when images are permuted or drawn; divides {@link #samples()}. */
    int samplesPerImage();

    /**
     * Reads rows into the beginning of an array, row by row.
     *
     * @param target of at least {@code count * units()} values
     */
    void read(long first, int count, double[] target) throws IOException;

    /** Some rows as a matrix (count x units). */
    default Matrix rows(long first, int count) throws IOException {
        var values = new double[Math.multiplyExact(count, units())];
        read(first, count, values);
        return Matrix.of(count, units(), values);
    }

    /** All of it (samples x units); the caller has made sure that it fits into memory. */
    default Matrix matrix() throws IOException {
        return rows(0, Math.toIntExact(samples()));
    }
}
