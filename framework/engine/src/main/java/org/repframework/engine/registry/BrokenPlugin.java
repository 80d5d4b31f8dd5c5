package org.repframework.engine.registry;

import java.nio.file.Path;

/**
 * A plugin directory that could not be loaded: a warning for who does not use it.
 *
 * @param cause which jar or class, why, and what to do
 */
public record BrokenPlugin(Path directory, String cause) {}
