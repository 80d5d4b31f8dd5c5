package org.repframework.spi;

import java.util.List;

/**
 * The entry of a plugin, found through {@link java.util.ServiceLoader}: name the implementing class in
 * {@code META-INF/services/org.repframework.spi.Plugin}. Its version is the {@code Implementation-Version} in the
 * manifest of the jar that holds the class.
 */
public interface Plugin {

    /** Raised when plugins that are built against an older SPI no longer fit. */
    int SPI_VERSION = 1;

    /** The attribute with which a plugin's manifest says which {@link #SPI_VERSION} it is built for. */
    String SPI_ATTRIBUTE = "Rep-Framework-SPI";

    /** Lower case and hyphens, for example {@code subspace-match}; unique among the installed plugins. */
    String name();

    /** One line for {@code rep-framework plugins}. */
    String summary();

    /** The stages offered, always the same ones; role and name together are unique over all plugins. */
    List<Stage<?>> stages();
}
