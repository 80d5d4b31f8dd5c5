package org.repframework.spi;

/**
 * What is known of a {@link Recording} beforehand.
 *
 * @param reading what a unit is, for example {@code sum} (DESIGN.md 5)
 * @param units columns of the activation matrix
 * @param samples rows of the activation matrix
 */
public record RecordingDescription(String layer, String reading, int units, long samples) {}
