package org.repframework.plugin.svcca;

/**
 * How many principal directions of a side are kept: the smallest number whose share reaches a threshold.
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
        return kept;
    }

    private double contribution(double singularValue) {
        return share == Share.VARIANCE ? singularValue * singularValue : singularValue;
    }
}
