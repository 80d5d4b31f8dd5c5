package org.repframework.spi;

/**
 * An immutable, typed result. Artifacts are records of plain values: numbers, texts, lists, maps and other records,
 * {@link Matrix}, {@link IntVector} and {@link Pixels} (each kept as an {@code .npy} file), and {@code Path} (a file
 * whose bytes belong to the artifact).
 */
public sealed interface Artifact
        permits Dataset,
                Examples,
                Network,
                JointMoments,
                FrequencyMoments,
                CorrelationMatrix,
                CanonicalCorrelations,
                Similarity,
                FrequencySimilarity,
                Gram,
                Samples,
                Matching,
                SubspaceMatch,
                Clustering,
                Prediction,
                Images,
                Scores,
                Table,
                Curve {

    /** A named part, for example {@code train} of a {@link Dataset}; most artifacts have none. */
    default Artifact part(String name) {
        throw new IllegalArgumentException(getClass().getSimpleName() + " has no part '" + name + "'");
    }
}
