package org.repframework.spi;

/**
 * The inner products of a recording's centred samples, Xc Xcᵀ.
 *
 * @param values n x n, symmetric, finite; rows and columns sum to 0
 * @param units columns of the activation matrix, p
 */
public record Gram(Matrix values, int units) implements Artifact {

    public Gram {
        if (values.rows() != values.columns()) {
            throw new IllegalArgumentException("a Gram matrix is square, not a " + values);
        }
        if (!values.finite()) {
            throw new IllegalArgumentException("a Gram matrix of " + units + " units is NaN or infinite");
        }
    }

    /** n. */
    public int samples() {
        return values.rows();
    }
}
