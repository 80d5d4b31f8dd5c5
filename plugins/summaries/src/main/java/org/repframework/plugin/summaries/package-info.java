/**
 * Tables of labelled scores. Depends on the SPI alone. Read {@link org.repframework.plugin.summaries.ScoreColumns} for
 * the rule by which rows share columns, then {@link org.repframework.plugin.summaries.MeanSummary}.
 */
package org.repframework.plugin.summaries;
