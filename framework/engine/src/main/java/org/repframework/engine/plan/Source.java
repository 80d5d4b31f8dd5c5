package org.repframework.engine.plan;

/**
 * A file that a workflow is written in: the script, or one that it includes.
 *
 * @param file relative to the script's folder
 */
public record Source(String file, String text) {}
