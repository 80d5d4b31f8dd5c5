package org.repframework.engine.registry;

import java.util.List;

/**
 * What a directory of plugins gave.
 *
 * @param warnings what is there and not recorded in {@code plugins.lock}
 */
public record LoadedPlugins(
        List<InstalledPlugin> plugins, List<InstalledStage> stages, List<BrokenPlugin> broken, List<String> warnings) {

    public LoadedPlugins {
        plugins = List.copyOf(plugins);
        stages = List.copyOf(stages);
        broken = List.copyOf(broken);
        warnings = List.copyOf(warnings);
    }

    public LoadedPlugins(List<InstalledPlugin> plugins, List<InstalledStage> stages, List<BrokenPlugin> broken) {
        this(plugins, stages, broken, List.of());
    }
}
