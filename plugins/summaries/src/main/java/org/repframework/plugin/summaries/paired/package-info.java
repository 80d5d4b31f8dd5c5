/**
 * Differences between networks that share their data and their seeds: each row is compared with a partner, and only
 * then averaged. Depends on the SPI alone. Read {@link org.repframework.plugin.summaries.paired.Partners} for who is
 * compared with whom, then {@link org.repframework.plugin.summaries.paired.PairedMean}.
 */
package org.repframework.plugin.summaries.paired;
