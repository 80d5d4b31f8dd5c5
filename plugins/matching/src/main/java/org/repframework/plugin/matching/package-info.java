/**
 * Partners for units from a matrix of correlations, in plain Java. Depends on the SPI alone. Read
 * {@link org.repframework.plugin.matching.SemiMatching} and {@link org.repframework.plugin.matching.BipartiteMatching},
 * which stands on {@link org.repframework.plugin.matching.Assignment}.
 */
package org.repframework.plugin.matching;
