/**
 * The kinds of pictures a report draws from numbers: {@link org.repframework.report.figure.LineChart},
 * {@link org.repframework.report.figure.CurvePanels}, {@link org.repframework.report.figure.HeatMap} and
 * {@link org.repframework.report.figure.ImageGrid}. Depends on the writer of pictures and the matrices of the SPI, and
 * knows neither plans nor runs.
 */
package org.repframework.report.figure;
