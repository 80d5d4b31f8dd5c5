package org.repframework.plugin.relations;

/**
 * How far a merged cluster is from another, by the distances of its two parts to that and to each other (G. Lance and W.
 * Williams, "A general theory of classificatory sorting strategies", Computer Journal 9, 1967).
 */
enum Linkage {
    /** The mean of all distances between the units of the two. */
    AVERAGE {
        @Override
        double distance(double first, double second, double between, int m, int n, int k) {
            return (m * first + n * second) / (m + n);
        }
    },
    /** The largest distance between their units. */
    COMPLETE {
        @Override
        double distance(double first, double second, double between, int m, int n, int k) {
            return Math.max(first, second);
        }
    },
    /** By the growth of the squared distances within, as if the distances were Euclidean. */
    WARD {
        @Override
        double distance(double first, double second, double between, int m, int n, int k) {
            var squares = (m + k) * first * first + (n + k) * second * second - k * between * between;
            return Math.sqrt(Math.max(0, squares / (m + n + k)));
        }
    };

    /**
     * @param first distance of the first part to the other cluster
     * @param second that of the second part
     * @param between the distance of the two parts
     * @param m units of the first part
     * @param n units of the second part
     * @param k units of the other cluster
     */
    abstract double distance(double first, double second, double between, int m, int n, int k);
}
