package org.repframework.plugin.deeplearning4j.training;

/**
 * The learning rate in the course of a training.
 *
 * @param initial that of the first step
 * @param epochs length of the training
 * @param stepEpochs after how many epochs {@link Schedule#STEP} lowers it; 0: a third of all, rounded up
 * @param stepFactor what {@link Schedule#STEP} multiplies it by
 */
public record LearningRate(Schedule schedule, double initial, int epochs, int stepEpochs, double stepFactor) {

    /** How the rate goes on from the initial one. */
    public enum Schedule {
        CONSTANT,
        STEP,
        /**
         * Half a cosine down to 0, lowered with every batch: Loshchilov and Hutter, "SGDR: stochastic gradient descent
         * with warm restarts" (ICLR 2017), equation 5 without a restart.
         */
        COSINE
    }

    /** @param done finished epochs, and the share of the running one's images that were learned from */
    double after(double done) {
        return switch (schedule) {
            case CONSTANT -> initial;
            case STEP -> initial * StrictMath.pow(stepFactor, StrictMath.floor(done / step()));
            case COSINE -> initial * (1 + StrictMath.cos(StrictMath.PI * done / epochs)) / 2;
        };
    }

    private int step() {
        return stepEpochs > 0 ? stepEpochs : (epochs + 2) / 3;
    }
}
