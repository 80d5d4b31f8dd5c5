package org.repframework.spi;

/** One named layer of an {@link Architecture}; the annotations are what a network block in a script may say of it. */
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

    /** A square convolution. */
    record Convolution(
            @Setting("name, unique in the network") String name,

            @Setting(value = "output channels, the units of the layer", min = 1)
            int channels,

            @Setting(value = "edge length of the window", min = 1)
            int kernel,

            @Setting(value = "from one position to the next, in both directions", defaultValue = "1", min = 1)
            int stride,

            @Setting(
                    value = "'same': zeros around, so that ceil(size / stride) positions result; 'valid': none",
                    defaultValue = "same")
            Padding padding,

            @Setting(value = "'relu' or 'identity'", defaultValue = "relu")
            Activation activation)
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
    record MaxPooling(
            @Setting("name, unique in the network") String name,

            @Setting(value = "edge length of the window", min = 1)
            int size,

            @Setting(value = "from one window to the next; 0: side by side", defaultValue = "0", min = 0)
            int stride)
            implements Layer {

        public MaxPooling {
            stride = stride == 0 ? size : stride;
        }

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
    record Dense(
            @Setting("name, unique in the network") String name,

            @Setting(value = "number of units", min = 1) int units,

            @Setting(value = "'relu' or 'identity'", defaultValue = "relu")
            Activation activation)
            implements Layer {
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
    record Rectifier(@Setting("name, unique in the network") String name) implements Layer {
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
    record BatchNormalisation(
            @Setting("name, unique in the network") String name) implements Layer {
        @Override
        public ImageShape output(ImageShape input) {
            return input;
        }
    }

    /**
     * In training each value is 0 with probability {@code rate}, otherwise divided by 1 - rate; outside training nothing
     * changes (Srivastava et al., JMLR 2014, in its inverted form).
     */
    record Dropout(
            @Setting("name, unique in the network") String name,

            @Setting("probability of 0, at least 0 and below 1")
            double rate)
            implements Layer {

        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw Refusal.of("rate", "rate is " + rate + "; it must be a number, at least 0 and below 1");
            }
        }

        @Override
        public ImageShape output(ImageShape input) {
            return input;
        }
    }
}
