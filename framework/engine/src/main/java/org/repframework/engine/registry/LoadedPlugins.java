package org.repframework.engine.registry;

import java.util.List;

/** What a directory of plugins gave. */
public record LoadedPlugins(List<InstalledPlugin> plugins, List<InstalledStage> stages, List<BrokenPlugin> broken) {

    public LoadedPlugins {
        plugins = List.copyOf(plugins);
        stages = List.copyOf(stages);
        broken = List.copyOf(broken);
    }
}
