/**
 * Canonical correlations of two layers, from their joint moments or from samples. Depends on the SPI and the numerics.
 * Read {@link org.repframework.plugin.svcca.CanonicalAnalysis} first; the metrics differ in what they keep and in how they
 * make one number of the correlations.
 */
package org.repframework.plugin.svcca;
