package org.repframework.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.repframework.engine.problem.Code;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.PluginInstallation;
import org.repframework.engine.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plugins",
        mixinStandardHelpOptions = true,
        description = "Lists, installs, removes and verifies plugins, or begins a new one.")
public final class PluginsCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        return list();
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists the installed plugins, as plugins alone does.")
    int list() throws IOException {
        var registry = Wiring.connect(Path.of(".rep")).getInstance(Registry.class);
        for (var plugin : registry.plugins()) {
            var stages = registry.stages().stream()
                    .filter(installed -> installed.plugin().equals(plugin))
                    .map(InstalledStage::title)
                    .toList();
            System.out.println(plugin.name() + " " + plugin.version() + "   " + plugin.summary());
            System.out.println("    " + String.join(", ", stages));
        }
        for (var broken : registry.broken()) {
            System.out.println("broken: " + broken.directory() + ": " + broken.cause());
        }
        registry.warnings().forEach(warning -> System.out.println("warning: " + warning));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Installs a plugin after a look at what it is; what is refused changes nothing.")
    int install(
            @Parameters(paramLabel = "FILE", description = "A jar, or a zip with the plugin's jars.") Path file,
            @Option(names = "--replace", description = "In place of an installed plugin of this name.") boolean replace)
            throws IOException {
        System.out.println("installed " + plugins().install(file, replace));
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Removes an installed plugin.")
    int remove(@Parameters(paramLabel = "NAME", description = "Its folder in 'plugins'.") String name)
            throws IOException {
        plugins().remove(name);
        System.out.println("removed " + name + "; if it came with the distribution, its folder plugins/" + name
                + " can be copied from there again, and recorded: rep-framework plugins verify --accept");
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Reads every byte of every plugin and compares it with plugins.lock.")
    int verify(@Option(names = "--accept", description = "Records what is there instead.") boolean accept)
            throws IOException {
        var plugins = plugins();
        if (accept) {
            System.out.println("recorded " + plugins.accept() + " jars in plugins.lock");
            return 0;
        }
        var findings = plugins.verify();
        findings.forEach(finding -> System.out.println(finding.message()));
        if (!findings.isEmpty()) {
            throw new UserError(
                    Code.NOT_AS_RECORDED,
                    "the plugins are not as plugins.lock records them: " + findings.size()
                            + (findings.size() == 1 ? " difference" : " differences"));
        }
        System.out.println("every plugin is as recorded in plugins.lock");
        return 0;
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "Writes the Maven project of a new plugin with one metric into the folder NAME.")
    int begin(
            @Parameters(paramLabel = "NAME", description = "Lower case and hyphens, for example subspace-match.")
                    String name,
            @Option(
                            names = "--package",
                            paramLabel = "PACKAGE",
                            description = "The Java package of its classes (default: the name without hyphens).")
                    String packageName)
            throws IOException {
        var project = new PluginProject(
                name,
                packageName == null ? PluginProject.packageOf(name) : packageName,
                Wiring.installation().repository());
        project.write(Path.of("").toAbsolutePath());
        System.out.println("wrote " + name + "/, the plugin of a metric; README.md there says more. Next:");
        System.out.println(
                "    cd " + name + " && mvn verify && rep-framework plugins install target/" + name + ".jar");
        return 0;
    }

    private static PluginInstallation plugins() throws IOException {
        var installation = Wiring.installation();
        return new PluginInstallation(installation.plugins(), installation.numerics());
    }
}
