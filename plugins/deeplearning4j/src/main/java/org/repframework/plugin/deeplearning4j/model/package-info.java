/**
 * What a network consists of and how it is kept: architectures by name, weights as plain floats, their first values, the
 * standardisation of pixels, and the Deeplearning4j file. The only package that sees Deeplearning4j's classes, and only
 * to write. Read {@link org.repframework.plugin.deeplearning4j.model.ModelFile} first.
 */
package org.repframework.plugin.deeplearning4j.model;
