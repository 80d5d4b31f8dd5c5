package org.repframework.plugin.deeplearning4j.training;

/**
 * How a network learns.
 *
 * @param epochs passes over the images
 * @param batch images a step
 * @param weightDecay L2: this times the weight is added to its gradient; not for biases
 */
public record Hyperparameters(int epochs, int batch, LearningRate learningRate, double momentum, double weightDecay) {}
