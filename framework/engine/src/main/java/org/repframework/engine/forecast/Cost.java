package org.repframework.engine.forecast;

/**
 * What a task will probably take.
 *
 * @param bytes on disk
 */
public record Cost(double seconds, long bytes) {}
