/**
 * Stages on networks of Deeplearning4j: a trainer, a recorder of activations, an evaluator and a builder of transfer
 * networks. Nothing depends on it; it is found through its service file. Read
 * {@link org.repframework.plugin.deeplearning4j.DeepLearning4jPlugin} first.
 */
package org.repframework.plugin.deeplearning4j;
