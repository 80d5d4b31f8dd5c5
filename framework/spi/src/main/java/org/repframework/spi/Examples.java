package org.repframework.spi;

import java.util.List;

/**
 * Labelled images of one shape, in a fixed order: what a network is trained on, or a probe set.
 *
 * @param pixels images x height x width x channels, unsigned bytes
 * @param labels one an image, 0..K-1
 * @param classNames K names, the label's meaning
 */
public record Examples(Pixels pixels, IntVector labels, List<String> classNames) implements Artifact {

    public Examples {
        classNames = List.copyOf(classNames);
        if (pixels.count() != labels.size()) {
            throw new IllegalArgumentException(pixels.count() + " images but " + labels.size() + " labels");
        }
    }

    public int count() {
        return pixels.count();
    }
}
