/**
 * Correlation of single units, from joint moments and without natives. Depends on the SPI alone. Read
 * {@link org.repframework.plugin.correlation.Pearson}.
 */
package org.repframework.plugin.correlation;
