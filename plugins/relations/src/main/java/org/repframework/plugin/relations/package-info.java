/**
 * How the units of two layers relate beyond pairs: which few units predict a unit, and which units of both layers form
 * clusters; all from joint moments. Depends on the SPI and the numerics. Read
 * {@link org.repframework.plugin.relations.SparsePrediction} and
 * {@link org.repframework.plugin.relations.SpectralClusters} first.
 */
package org.repframework.plugin.relations;
