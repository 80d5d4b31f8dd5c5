package org.repframework.plugin.deeplearning4j.network;

import org.repframework.spi.ImageShape;

/** What a unit of a convolution is; of a dense layer every reading is the same. */
public enum Reading {
    /** A channel summed over its positions; an image is a sample. */
    SUM,
    /** A channel; every position of every image is a sample. */
    POSITIONS,
    /** A channel's mean over its positions; an image is a sample. */
    MEAN,
    /** A channel's maximum over its positions; an image is a sample. */
    MAX,
    /** A channel at a position; an image is a sample. */
    FLATTEN,
    /** A channel at a frequency, of its Fourier transform over the positions; an image is a sample. */
    DFT;

    /** Units of a layer with this output. */
    public int units(ImageShape output) {
        return this == FLATTEN ? output.size() : output.channels();
    }

    /** Samples that one image gives. */
    public int samplesPerImage(ImageShape output) {
        return this == POSITIONS ? output.height() * output.width() : 1;
    }
}
