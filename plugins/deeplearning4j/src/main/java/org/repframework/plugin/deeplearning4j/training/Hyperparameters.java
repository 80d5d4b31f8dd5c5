package org.repframework.plugin.deeplearning4j.training;

import java.util.List;
import org.repframework.plugin.deeplearning4j.network.Augmentation;

/**
 * How a network learns.
 *
 * @param epochs passes over the images
 * @param batch images a step
 * @param weightDecay L2: this times the weight is added to its gradient; not for biases and batch normalisation
 * @param cutCache how many bytes the activations at the cut may take to be computed once; otherwise in every epoch
 * @param checkpoints shares of the training after which the weights are kept
 */
public record Hyperparameters(
        int epochs,
        int batch,
        LearningRate learningRate,
        double momentum,
        double weightDecay,
        Augmentation augmentation,
        long cutCache,
        List<Double> checkpoints) {}
