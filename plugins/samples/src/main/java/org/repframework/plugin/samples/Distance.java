package org.repframework.plugin.samples;

/** How far apart two samples are, p activations each. */
enum Distance {
    /** The root of the sum of squared differences. */
    EUCLIDEAN,
    SQUARED_EUCLIDEAN,
    /** 1 - Pearson's correlation of the two samples over the units. */
    CORRELATION,
    /** 1 - cosine of the angle between the two samples, which are not centred. */
    COSINE
}
