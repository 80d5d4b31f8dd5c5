/**
 * Canonical correlations of two layers from their joint moments. Depends on the SPI and the numerics. Read
 * {@link org.repframework.plugin.svcca.CanonicalAnalysis} first; the two metrics differ only in what they keep.
 */
package org.repframework.plugin.svcca;
