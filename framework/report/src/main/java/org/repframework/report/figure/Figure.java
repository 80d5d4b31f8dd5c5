package org.repframework.report.figure;

/**
 * A finished picture, the same text in the report and in its file.
 *
 * @param name of the file without {@code .svg}, unique in a report
 * @param caption what a reader must know to read it; may be empty
 */
public record Figure(String name, String caption, String svg) {}
