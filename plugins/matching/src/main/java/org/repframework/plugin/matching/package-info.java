/**
 * Partners for units from a matrix of correlations, or from samples, to test them against permuted images. Depends on
 * the SPI and, for products, the numerics. Read {@link org.repframework.plugin.matching.SemiMatching} and {@link
 * org.repframework.plugin.matching.BipartiteMatching}, which stands on {@link
 * org.repframework.plugin.matching.Assignment}, then {@link org.repframework.plugin.matching.PermutationTest}.
 */
package org.repframework.plugin.matching;
