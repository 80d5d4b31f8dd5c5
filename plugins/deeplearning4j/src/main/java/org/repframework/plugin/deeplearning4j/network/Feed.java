package org.repframework.plugin.deeplearning4j.network;

/** Where a pass gets its input. */
public interface Feed {

    /**
     * Fills the input of a pass.
     *
     * @param epoch of the training, 0 for the first
     * @param images positions among all images; as many as the pass takes are fed from {@code first} on
     */
    void feed(NetworkPass pass, int epoch, int[] images, int first);
}
