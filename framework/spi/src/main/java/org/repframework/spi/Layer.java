package org.repframework.spi;

/** One named layer of an {@link Architecture}. */
public sealed interface Layer {

    String name();

    /**
     * @param input height x width x channels; a dense layer reads it flattened
     * @throws Refusal if nothing would be left, with the sizes
     */
    ImageShape output(ImageShape input);

    /** Whether it has weights; a cut n counts these from below. */
    boolean weighted();

    /** What follows the weights. */
    enum Activation {
        RELU,
        /** The logits of the last layer; the softmax belongs to the loss. */
        IDENTITY
    }

    /**
     * A square convolution, stride 1, padded with zeros so that height and width stay ("same").
     *
     * @param channels output channels, the units of the layer
     * @param kernel edge length, odd
     */
    record Convolution(String name, int channels, int kernel, Activation activation) implements Layer {
        @Override
        public ImageShape output(ImageShape input) {
            return new ImageShape(input.height(), input.width(), channels);
        }

        @Override
        public boolean weighted() {
            return true;
        }
    }

    /** Maximum over windows of size x size at steps of size, without padding. */
    record MaxPooling(String name, int size) implements Layer {
        @Override
        public ImageShape output(ImageShape input) {
            var height = input.height() / size;
            var width = input.width() / size;
            if (height == 0 || width == 0) {
                throw Refusal.of(
                        "network",
                        name + " would be " + height + "x" + width + ": input " + input.height() + "x" + input.width()
                                + ", window " + size);
            }
            return new ImageShape(height, width, input.channels());
        }

        @Override
        public boolean weighted() {
            return false;
        }
    }

    /** A fully connected layer; its output is 1 x 1 x units. */
    record Dense(String name, int units, Activation activation) implements Layer {
        @Override
        public ImageShape output(ImageShape input) {
            return new ImageShape(1, 1, units);
        }

        @Override
        public boolean weighted() {
            return true;
        }
    }
}
