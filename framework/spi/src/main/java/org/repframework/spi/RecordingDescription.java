package org.repframework.spi;

/**
 * What is known of a {@link Recording} beforehand.
 *
 * @param reading what a unit is, for example {@code sum} (DESIGN.md 5)
 * @param units columns of the activation matrix
 * @param samples rows of the activation matrix
 * @param drawn which samples were drawn of all, in words; empty: none were. Recordings of different draws have samples
 *     that do not belong together
 */
public record RecordingDescription(String layer, String reading, int units, long samples, String drawn) {

    /** Of all samples. */
    public RecordingDescription(String layer, String reading, int units, long samples) {
        this(layer, reading, units, samples, "");
    }
}
