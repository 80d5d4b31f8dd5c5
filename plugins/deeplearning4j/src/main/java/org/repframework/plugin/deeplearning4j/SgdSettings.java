package org.repframework.plugin.deeplearning4j;

import java.util.HashSet;
import java.util.List;
import org.repframework.plugin.deeplearning4j.network.Augmentation;
import org.repframework.plugin.deeplearning4j.training.Hyperparameters;
import org.repframework.plugin.deeplearning4j.training.LearningRate;
import org.repframework.spi.Blueprint;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.Setting;

/** What a script may say of a training. */
record SgdSettings(
        @Setting(
                value = "architecture with fresh weights: 'convnet', 'lenet', 'mlp', 'vgg11', 'vgg11-bn' (both for"
                        + " 32x32), 'alexnet' (for 227x227) or a network block; empty: what 'from' is, without it"
                        + " 'convnet'",
                defaultValue = "")
        Blueprint network,

        @Setting(value = "passes over the training images", defaultValue = "10", min = 1)
        int epochs,

        @Setting(value = "images a step", defaultValue = "128", min = 1)
        int batch,

        @Setting(value = "length of a step, above 0", defaultValue = "0.01", min = 0)
        double learningRate,

        @Setting(value = "share of the last step that goes into the next", defaultValue = "0.9", min = 0, max = 1)
        double momentum,

        @Setting(
                value = "L2: this times a weight is added to its gradient; not for biases and batch normalisation",
                defaultValue = "5e-4",
                min = 0)
        double weightDecay,

        @Setting(
                value = "learning rate over time: 'constant', 'step' (times stepFactor after each stepEpochs) or"
                        + " 'cosine' (half a cosine to 0 over all batches)",
                defaultValue = "constant")
        LearningRate.Schedule schedule,

        @Setting(
                value = "with schedule 'step': epochs from one step to the next; 0: a third of all, rounded up",
                defaultValue = "0",
                min = 0)
        int stepEpochs,

        @Setting(
                value = "with schedule 'step': what the learning rate is multiplied by",
                defaultValue = "0.1",
                min = 0,
                max = 1)
        double stepFactor,

        @Setting(value = "whether half of the images, drawn anew in each epoch, are mirrored", defaultValue = "false")
        boolean mirror,

        @Setting(
                value = "pixels of the mean colour put around each image, of which a window of its size, drawn anew in"
                        + " each epoch, is seen",
                defaultValue = "0",
                min = 0,
                max = 1000)
        int crop,

        @Setting(
                value = "MB for the activations above frozen layers: if those of all images fit and no image is"
                        + " augmented, they are computed once and not in every epoch; the weights are the same",
                defaultValue = "512",
                min = 0)
        int cutCache,

        @Setting(
                value = "whether to refuse a training whose frozen layers cannot be computed once",
                defaultValue = "false")
        boolean demandCutCache,

        @Setting(
                value = "shares of the training after which the network is kept, net.at(0.35): 0 is before the first"
                        + " step, 1 after the last",
                defaultValue = "",
                min = 0,
                max = 1)
        List<Double> checkpoints) {

    private static final double USUAL_STEP_FACTOR = 0.1;

    SgdSettings {
        checkpoints = List.copyOf(checkpoints);
        if (!(learningRate > 0)) {
            throw Refusal.of("learningRate", "learningRate is " + learningRate + "; it must be above 0");
        }
        if (!(momentum < 1)) {
            throw Refusal.of("momentum", "momentum is " + momentum + "; it must be below 1");
        }
        if (schedule != LearningRate.Schedule.STEP) {
            if (stepEpochs != 0) {
                throw refuseStep("stepEpochs", stepEpochs);
            }
            if (stepFactor != USUAL_STEP_FACTOR) {
                throw refuseStep("stepFactor", stepFactor);
            }
        }
        if (demandCutCache && (mirror || crop > 0)) {
            throw Refusal.of(
                    "demandCutCache",
                    "demandCutCache goes with neither mirror nor crop (mirror: " + mirror + ", crop: " + crop
                            + "): an augmented image has other activations in every epoch");
        }
        if (new HashSet<>(checkpoints).size() < checkpoints.size()) {
            throw Refusal.of("checkpoints", "checkpoints " + checkpoints + " name one share twice");
        }
    }

    private static Refusal refuseStep(String setting, Number value) {
        return Refusal.of(
                setting, setting + ": " + value + " only says something with schedule: 'step'; give both or neither");
    }

    /** Bytes for the activations at the cut. */
    long cutCacheBytes() {
        return (long) cutCache << 20;
    }

    Hyperparameters hyperparameters(Seeds seeds) {
        return new Hyperparameters(
                epochs,
                batch,
                new LearningRate(schedule, learningRate, epochs, stepEpochs, stepFactor),
                momentum,
                weightDecay,
                new Augmentation(mirror, crop, seeds.seed("augmentation")),
                cutCacheBytes(),
                checkpoints);
    }
}
