package org.repframework.spi;

import java.util.List;

/**
 * What the units of a layer answer to most: for each unit the parts of images with its largest activations.
 *
 * @param layer the layer's name
 * @param units for each unit its patches, strongest first; none for a unit that is never active, above 0
 * @param pixels all patches, patches x height x width x channels; what a receptive field reaches beyond the image's
 *     border is {@code 0}
 */
public record Images(String layer, List<List<Patch>> units, Pixels pixels) implements Artifact {

    /**
     * @param number position in {@link Images#pixels()}
     * @param image position of the image in the probe set
     * @param top first row of the receptive field in the image; negative where it reaches beyond the border
     * @param left first column
     * @param activation at the position of the image where the unit is strongest
     */
    public record Patch(int number, int image, int top, int left, double activation) {}

    public Images {
        units = units.stream().map(List::copyOf).toList();
    }
}
