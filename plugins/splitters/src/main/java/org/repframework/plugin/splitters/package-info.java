/**
 * Halves of data sets: of the classes, drawn at random ({@link org.repframework.plugin.splitters.RandomClasses}) or
 * named ({@link org.repframework.plugin.splitters.Classes}), or of the images of each class
 * ({@link org.repframework.plugin.splitters.RandomSamples}). Depends on the SPI and the JDK alone. Read
 * {@code ClassHalves} first, which the former two make.
 */
package org.repframework.plugin.splitters;
