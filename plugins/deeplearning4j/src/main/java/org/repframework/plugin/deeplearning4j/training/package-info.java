/**
 * Stochastic gradient descent over the network package: the order of images, the loop over epochs and the state from
 * which a killed training goes on. Read {@link org.repframework.plugin.deeplearning4j.training.Training} first.
 */
package org.repframework.plugin.deeplearning4j.training;
