/**
 * Measures of two layers that are one number: kernel alignment, Procrustes and shape distances, regression, GULP and the
 * overlap of eigenspaces, from joint moments, some from Gram matrices too. Depends on the SPI and the numerics. Read
 * {@link org.repframework.plugin.similarity.LinearCka} first.
 */
package org.repframework.plugin.similarity;
