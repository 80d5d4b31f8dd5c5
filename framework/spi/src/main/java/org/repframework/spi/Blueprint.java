package org.repframework.spi;

import java.util.ArrayList;
import java.util.List;

/** What a script says of a network that is to be trained; becomes an {@link Architecture} with images and classes. */
public sealed interface Blueprint {

    String name();

    /** {@code network: 'convnet'}: one of the architectures that a stage knows by name. */
    record Named(String name) implements Blueprint {}

    /**
     * {@code network: network('small') { conv 'conv1', channels: 16, kernel: 3 ... }}.
     *
     * @param layers from below, without the last
     * @param output the name of the last layer, which is dense and has a unit for each class
     */
    record Layered(String name, List<Layer> layers, String output) implements Blueprint {
        public Layered {
            layers = List.copyOf(layers);
        }

        /**
         * @return the whole network, its sizes checked
         * @throws Refusal if two layers have one name, or a layer would be empty, with the sizes
         */
        public Architecture architecture(ImageShape images, int classes) {
            var all = new ArrayList<>(layers);
            all.add(new Layer.Dense(output, classes, Layer.Activation.IDENTITY));
            var architecture = new Architecture(name, images, all);
            architecture.shapes();
            return architecture;
        }
    }
}
