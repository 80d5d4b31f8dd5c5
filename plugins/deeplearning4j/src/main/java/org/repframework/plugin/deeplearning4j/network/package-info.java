/**
 * Networks computed by libnd4j's own operations: activations images x height x width x channels, weights kernel row x
 * kernel column x input channel x unit, every array allocated once. Depends on the model package alone. Read
 * {@link org.repframework.plugin.deeplearning4j.network.LayerPass} first.
 */
package org.repframework.plugin.deeplearning4j.network;
