/**
 * Writes pictures without a graphics system: {@link org.repframework.report.svg.Svg} the drawing,
 * {@link org.repframework.report.svg.Png} the images inside it, and what both need of colours, numbers and the width of
 * text. Depends on the JDK only.
 */
package org.repframework.report.svg;
