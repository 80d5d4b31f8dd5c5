/**
 * Where images come from: drawn by a seeded procedure ({@link org.repframework.plugin.datasets.Synthetic}), read from a
 * folder or zip of pictures ({@link org.repframework.plugin.datasets.ImageFolder}), or from the files of MNIST
 * ({@link org.repframework.plugin.datasets.Idx}). Depends on the SPI and the JDK alone. Read {@code DatasetsPlugin}
 * first, then one of the three.
 */
package org.repframework.plugin.datasets;
