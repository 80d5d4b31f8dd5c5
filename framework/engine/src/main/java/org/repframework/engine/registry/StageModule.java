package org.repframework.engine.registry;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import java.util.TreeMap;

/** Binds every stage of the loaded plugins; two of one role and name are refused, and the message names both plugins. */
public final class StageModule extends AbstractModule {

    private final LoadedPlugins plugins;

    public StageModule(LoadedPlugins plugins) {
        this.plugins = plugins;
    }

    @Override
    protected void configure() {
        bind(LoadedPlugins.class).toInstance(plugins);
        bind(Registry.class);
        var stages = MapBinder.newMapBinder(binder(), StageId.class, InstalledStage.class);
        var offered = new TreeMap<StageId, InstalledStage>();
        for (var installed : plugins.stages()) {
            var other = offered.putIfAbsent(StageId.of(installed), installed);
            if (other == null) {
                stages.addBinding(StageId.of(installed)).toInstance(installed);
            } else {
                binder().withSource(source(installed))
                        .addError(
                                "%s is offered twice: by %s and by %s",
                                installed.title(), source(other), source(installed));
            }
        }
    }

    private static String source(InstalledStage installed) {
        return "plugin " + installed.plugin().name() + " in "
                + installed.plugin().directory();
    }
}
