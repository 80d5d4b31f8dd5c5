package org.repframework.spi;

/** One named layer of an {@link Architecture}. */
public sealed interface Layer {

    String name();

    /**
     * @param input height x width x channels; a dense layer reads it flattened
     * @throws Refusal if nothing would be left, with the sizes
     */
    ImageShape output(ImageShape input);

    /**
     * Whether a cut counts it: a cut n is above the n-th of these and everything that follows it without weights.
     * Batch normalisation is not counted: what it has learned belongs to the layer below it.
     */
    default boolean weighted() {
        return false;
    }

    /** What follows the weights of a layer. */
    enum Activation {
        RELU,
        /** The logits of the last layer, whose softmax belongs to the loss, or a layer whose ReLU is one of its own. */
        IDENTITY
    }

    /** What surrounds an image where a window would reach over its border. */
    enum Padding {
        /** As many zeros as give ceil(size / stride) positions; of an odd number the smaller half above and left. */
        SAME,
        /** None: floor((size - window) / stride) + 1 positions. */
        VALID
    }

    /**
     * A square convolution.
     *
     * @param channels output channels, the units of the layer
     * @param kernel edge length
     * @param stride from one position to the next, in both directions
     */
    record Convolution(String name, int channels, int kernel, int stride, Padding padding, Activation activation)
            implements Layer {

        /** Stride 1, padded so that height and width stay. */
        public Convolution(String name, int channels, int kernel, Activation activation) {
            this(name, channels, kernel, 1, Padding.SAME, activation);
        }

        @Override
        public ImageShape output(ImageShape input) {
            return Windows.slide(name, input, "kernel", kernel, stride, padding, channels);
        }

        @Override
        public boolean weighted() {
            return true;
        }
    }

    /** Maximum over windows of size x size, without padding. */
    record MaxPooling(String name, int size, int stride) implements Layer {

        /** Windows side by side. */
        public MaxPooling(String name, int size) {
            this(name, size, size);
        }

        @Override
        public ImageShape output(ImageShape input) {
            return Windows.slide(name, input, "window", size, stride, Padding.VALID, input.channels());
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

    /** ReLU as a layer of its own, so that what stands before it can be recorded. */
    record Rectifier(String name) implements Layer {
        @Override
        public ImageShape output(ImageShape input) {
            return input;
        }
    }

    /**
     * Each channel less its mean over images and positions, divided by its deviation, then scaled and shifted by two
     * learned numbers (Ioffe and Szegedy, ICML 2015, algorithm 1); outside training with the running mean and variance
     * (algorithm 2).
     */
    record BatchNormalisation(String name) implements Layer {
        @Override
        public ImageShape output(ImageShape input) {
            return input;
        }
    }

    /**
     * In training each value is 0 with probability {@code rate}, otherwise divided by 1 - rate; outside training nothing
     * changes (Srivastava et al., JMLR 2014, in its inverted form).
     *
     * @param rate at least 0, below 1
     */
    record Dropout(String name, double rate) implements Layer {
        @Override
        public ImageShape output(ImageShape input) {
            return input;
        }
    }
}
