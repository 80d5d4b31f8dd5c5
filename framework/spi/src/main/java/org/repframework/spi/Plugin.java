package org.repframework.spi;

import java.util.List;

/**
 * The entry of a plugin, found through {@link java.util.ServiceLoader}: name the implementing class in
 * {@code META-INF/services/org.repframework.spi.Plugin}. Its version is the {@code Implementation-Version} in the
 * manifest of the jar that holds the class.
 */
public interface Plugin {

    /** Lower case and hyphens, for example {@code subspace-match}; unique among the installed plugins. */
    String name();

    /** One line for {@code rep-framework plugins}. */
    String summary();

    /** The stages offered, always the same ones; role and name together are unique over all plugins. */
    List<Stage<?>> stages();
}
