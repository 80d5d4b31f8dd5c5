package org.repframework.plugin.deeplearning4j.training;

import java.util.Locale;
import org.repframework.spi.Architecture;

/**
 * Where the frozen layers of a network end and those that learn begin.
 *
 * @param frozen how many layers with weights are below, at least one
 * @param images how many images a training has
 */
public record Cut(Architecture architecture, int frozen, int images) {

    private static final double MEGABYTE = 1 << 20;

    /** What the activations of all images at the cut take. */
    public long bytes() {
        var lowest = architecture.indexOf(architecture.weighted().get(frozen).name());
        return (long) Float.BYTES
                * images
                * architecture.shapes().get(lowest - 1).size();
    }

    /** In words for people, that this is more than there is room for. */
    public String excess(long room) {
        return String.format(
                Locale.ROOT,
                "the activations of %d images at the cut take %.1f MB, cutCache is %.0f MB",
                images,
                bytes() / MEGABYTE,
                room / MEGABYTE);
    }
}
