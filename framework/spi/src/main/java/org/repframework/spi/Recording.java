package org.repframework.spi;

/**
 * The activations of one layer over a probe set: a description, never a stored artifact. A metric says what it needs
 * of two recordings (their joint moments, say), and the {@link ActivationRecorder} delivers that.
 *
 * @param <S> the recorder's settings, which name layer and reading
 */
public record Recording<S extends Record>(S settings, Network network) {}
