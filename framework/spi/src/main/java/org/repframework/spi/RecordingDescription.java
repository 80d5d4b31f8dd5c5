package org.repframework.spi;

/**
 * What is known of a {@link Recording} beforehand.
 *
 * @param reading what a unit is, for example {@code sum} (DESIGN.md 5)
 * @param units columns of the activation matrix
 * @param samples rows of the activation matrix
 * @param drawn which samples were drawn of all, in words; empty: none were. Recordings of different draws have samples
 *     that do not belong together
 * @param byFrequency whether units are complex, one of each channel at every {@link Frequency}; such recordings are
 *     compared frequency by frequency
 */
public record RecordingDescription(
        String layer, String reading, int units, long samples, String drawn, boolean byFrequency) {

    public RecordingDescription(String layer, String reading, int units, long samples, String drawn) {
        this(layer, reading, units, samples, drawn, false);
    }

    /** Of all samples. */
    public RecordingDescription(String layer, String reading, int units, long samples) {
        this(layer, reading, units, samples, "");
    }
}
