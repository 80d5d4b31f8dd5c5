package org.repframework.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.repframework.engine.registry.Registry;
import picocli.CommandLine.Command;

@Command(name = "plugins", mixinStandardHelpOptions = true, description = "Lists the installed plugins.")
public final class PluginsCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        var registry = Wiring.connect(Path.of(".rep")).getInstance(Registry.class);
        for (var plugin : registry.plugins()) {
            var stages = registry.stages().stream()
                    .filter(installed -> installed.plugin().equals(plugin))
                    .map(installed -> installed.title())
                    .toList();
            System.out.println(plugin.name() + " " + plugin.version() + "   " + plugin.summary());
            System.out.println("    " + String.join(", ", stages));
        }
        for (var broken : registry.broken()) {
            System.out.println("broken: " + broken.directory() + ": " + broken.cause());
        }
        return 0;
    }
}
