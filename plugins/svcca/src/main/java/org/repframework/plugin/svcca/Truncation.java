package org.repframework.plugin.svcca;

/**
 * How many principal directions of a side are kept: the smallest number whose share reaches a threshold, and those that
 * are equal to the last of them, which nothing but rounding tells apart.
 *
 * @param threshold above 0, at most 1; 1 keeps the rank
 * @param share of what it is one
 */
record Truncation(double threshold, Share share) {

    /** What a direction of singular value s contributes. */
    enum Share {
        /** s², as in section 2 of the SVCCA paper. */
        VARIANCE,
        /** s, as in the appendix of the SVCCA paper. */
        SINGULAR_VALUES
    }

    /** Eigenvalues are right to about this share of the largest. */
    private static final double ROUNDING = 1e-13;

    static final Truncation NONE = new Truncation(1, Share.VARIANCE);

    /** @param singularValues those within the rank, descending */
    int kept(double[] singularValues) {
        var total = 0.0;
        for (var value : singularValues) {
            total += contribution(value);
        }
        var kept = 0;
        for (var sum = 0.0; kept < singularValues.length && (threshold == 1 || sum < threshold * total); kept++) {
            sum += contribution(singularValues[kept]);
        }
        var last = kept - 1;
        while (kept < singularValues.length && equal(singularValues, last, kept)) {
            kept++;
        }
        return kept;
    }

    private static boolean equal(double[] singularValues, int i, int j) {
        var difference = Math.pow(singularValues[i], 2) - Math.pow(singularValues[j], 2);
        return difference <= ROUNDING * Math.pow(singularValues[0], 2);
    }

    private double contribution(double singularValue) {
        return share == Share.VARIANCE ? singularValue * singularValue : singularValue;
    }
}
