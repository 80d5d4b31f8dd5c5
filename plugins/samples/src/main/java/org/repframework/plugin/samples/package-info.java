/**
 * Measures that need the samples themselves: of units, by rank and by histogram, and of samples, by their distances and
 * neighbours. Depends on the SPI and on numerics' products. Read {@link org.repframework.plugin.samples.SampleBlocks},
 * then {@link org.repframework.plugin.samples.DistanceCorrelation}.
 */
package org.repframework.plugin.samples;
