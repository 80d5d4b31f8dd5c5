package org.repframework.spi;

/** What a comparison needs of two recordings. */
public enum Evidence {
    /** Their joint second moments, {@link JointMoments}: memory (p + q)², whatever the number of samples. */
    MOMENTS,
    /** Their second moments at each frequency, {@link FrequencyMoments}: what all that compares recordings by frequency needs. */
    FREQUENCIES,
    /** A {@link Gram} matrix of each: memory n², whatever the number of units. */
    GRAM,
    /** The activations of each, {@link Samples}. */
    SAMPLES
}
