package org.repframework.command;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.repframework.engine.EngineModule;
import org.repframework.engine.execution.Installation;
import org.repframework.engine.problem.Code;
import org.repframework.engine.registry.PluginLoader;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.store.Store;

/** Puts the engine together for a command. */
final class Wiring {

    private Wiring() {}

    /** @throws UserError if the installation is not whole */
    static Installation installation() {
        var home = System.getProperty("rep.home");
        if (home == null || !Files.isDirectory(Path.of(home, "plugins"))) {
            throw new UserError(
                    Code.NO_INSTALLATION,
                    "the folder 'plugins' of the installation is missing (rep.home is " + home
                            + "); start the command through bin/rep-framework of a whole distribution");
        }
        return new Installation(Path.of(home));
    }

    /** @throws UserError if the installation is not whole, or two plugins offer the same stage */
    static Injector connect(Path storeFolder) throws IOException {
        var installation = installation();
        var plugins = PluginLoader.loadAll(installation.plugins(), installation.numerics());
        try {
            return Guice.createInjector(
                    Stage.PRODUCTION, new EngineModule(installation, plugins, new Store(storeFolder)));
        } catch (CreationException refused) {
            throw new UserError(
                    Code.STAGE_TWICE,
                    "the plugins do not fit together:\n"
                            + refused.getErrorMessages().stream()
                                    .map(message -> "  " + message.getMessage().strip())
                                    .collect(Collectors.joining("\n"))
                            + "\nRemove one of the plugins from " + installation.plugins());
        }
    }

    /** Says on standard error which plugins are broken; who does not use them is not hindered. */
    static void warnOfBroken(Registry registry) {
        registry.warnings().forEach(warning -> System.err.println("warning: " + warning));
        registry.broken()
                .forEach(broken -> System.err.println(
                        "warning: plugin " + broken.directory() + " is broken and left out: " + broken.cause()));
    }
}
