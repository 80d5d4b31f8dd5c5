package org.repframework.engine.registry;

/** A plugin that is used and cannot be; the message names it, where it lies, the class, the cause and the cure. */
public final class PluginFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    PluginFailure(InstalledPlugin plugin, Throwable cause) {
        super(
                "plugin " + plugin.name() + " in " + plugin.directory() + " is broken: " + BrokenPlugin.describe(cause),
                cause);
    }
}
