package org.repframework.engine.registry;

import java.nio.file.Path;

/**
 * A plugin that could be loaded.
 *
 * @param version of the jar that holds the plugin's entry
 * @param directory where its jars lie
 * @param classes for a SNAPSHOT version the hash of its classes, so that a changed stage is not taken for the old one;
 *     otherwise empty
 */
public record InstalledPlugin(String name, String version, String summary, Path directory, String classes) {}
