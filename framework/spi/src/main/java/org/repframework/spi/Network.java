package org.repframework.spi;

import java.nio.file.Path;
import java.util.List;

/**
 * A network with its weights, and what is needed to use it.
 *
 * @param normalisation applied to pixels before the first layer
 * @param frozen how many weighted layers, from below, a trainer leaves as they are
 * @param filters the first layer's weights, units x (height * width * channels), what a report draws
 * @param model a Deeplearning4j model file (zip), which {@code ModelSerializer.restoreMultiLayerNetwork} opens
 */
public record Network(
        Architecture architecture,
        List<String> classNames,
        Normalisation normalisation,
        int frozen,
        Matrix filters,
        Path model)
        implements Artifact {

    public Network {
        classNames = List.copyOf(classNames);
    }

    /**
     * Per channel: (pixel - mean) / deviation, pixels 0..255.
     *
     * @param mean one a channel
     * @param deviation one a channel, above 0
     */
    public record Normalisation(List<Double> mean, List<Double> deviation) {
        public Normalisation {
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
        }
    }
}
