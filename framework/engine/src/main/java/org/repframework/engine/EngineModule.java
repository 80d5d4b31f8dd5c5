package org.repframework.engine;

import com.google.inject.AbstractModule;
import org.repframework.engine.dsl.WorkflowLoader;
import org.repframework.engine.execution.Installation;
import org.repframework.engine.registry.LoadedPlugins;
import org.repframework.engine.registry.StageModule;
import org.repframework.engine.store.Store;

/** Wires the engine; every binding is explicit, so that what is missing is said at start. */
public final class EngineModule extends AbstractModule {

    private final Installation installation;
    private final LoadedPlugins plugins;
    private final Store store;

    public EngineModule(Installation installation, LoadedPlugins plugins, Store store) {
        this.installation = installation;
        this.plugins = plugins;
        this.store = store;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
        binder().requireAtInjectOnConstructors();
        binder().requireExactBindingAnnotations();
        install(new StageModule(plugins));
        bind(Installation.class).toInstance(installation);
        bind(Store.class).toInstance(store);
        bind(WorkflowLoader.class);
        bind(Engine.class);
    }
}
