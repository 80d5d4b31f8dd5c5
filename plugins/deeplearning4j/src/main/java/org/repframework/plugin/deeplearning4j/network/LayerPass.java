package org.repframework.plugin.deeplearning4j.network;

/** The computation of one layer for a fixed number of images, bound to its arrays when it is made. */
sealed interface LayerPass
        permits BatchNormalisationPass, ConvolutionPass, DensePass, DropoutPass, PoolingPass, RectifierPass {

    Signal output();

    /** Fills the output's values from the input's. */
    void forward();

    /**
     * Fills the gradients of the weights, and of the input where it wants one, from the output's gradient. Only asked
     * of a pass whose output has a gradient.
     */
    void backward();
}
