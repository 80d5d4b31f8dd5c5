package org.repframework.engine.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.repframework.spi.Plugin;

/** Loads plugin directories; one that is broken does not hide the others. */
public final class PluginLoader {

    private final ClassHashes classHashes;

    /** @param shared jars of the framework that stages compute with; they count in the hash of a SNAPSHOT plugin */
    public PluginLoader(List<Path> shared) {
        this.classHashes = new ClassHashes(shared);
    }

    /**
     * @param directory holds one directory a plugin, each with the plugin's jars
     * @param wanted which of them to load, by directory name
     */
    public LoadedPlugins load(Path directory, Predicate<String> wanted) {
        var plugins = new ArrayList<InstalledPlugin>();
        var stages = new ArrayList<InstalledStage>();
        var broken = new ArrayList<BrokenPlugin>();
        for (var one : list(directory, Files::isDirectory)) {
            if (wanted.test(one.getFileName().toString())) {
                try {
                    loadOne(one, plugins, stages);
                } catch (IOException | ServiceConfigurationError | LinkageError | RuntimeException cause) {
                    broken.add(new BrokenPlugin(one, describe(cause)));
                }
            }
        }
        return new LoadedPlugins(plugins, stages, broken);
    }

    private void loadOne(Path directory, List<InstalledPlugin> plugins, List<InstalledStage> stages)
            throws IOException {
        var jars = list(directory, file -> file.toString().endsWith(".jar"));
        if (jars.isEmpty()) {
            throw new IOException("it holds no jar; put the plugin's jars there or remove the directory");
        }
        var urls = new URL[jars.size()];
        for (var i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        var loader =
                new PluginClassLoader(directory.getFileName().toString(), urls, PluginLoader.class.getClassLoader());
        var found = ContextLoader.call(loader, () -> ask(loader, directory, plugins, stages));
        if (found == 0) {
            throw new IOException("none of its jars has the file META-INF/services/" + Plugin.class.getName()
                    + ", which must name the plugin's class");
        }
    }

    private int ask(ClassLoader loader, Path directory, List<InstalledPlugin> plugins, List<InstalledStage> stages)
            throws IOException {
        var found = 0;
        for (var entries = ServiceLoader.load(Plugin.class, loader).iterator(); entries.hasNext(); found++) {
            var plugin = entries.next();
            var installed = install(plugin, directory);
            var offered = new ArrayList<InstalledStage>();
            for (var stage : plugin.stages()) {
                offered.add(new InstalledStage(stage, installed)); // refuses a record without its annotations
            }
            plugins.add(installed);
            stages.addAll(offered);
        }
        return found;
    }

    private InstalledPlugin install(Plugin plugin, Path directory) throws IOException {
        var jar = ClassHashes.jarOf(plugin.getClass());
        var version = version(jar);
        var classes = version.endsWith("-SNAPSHOT") ? classHashes.of(jar) : "";
        return new InstalledPlugin(plugin.name(), version, plugin.summary(), directory, classes);
    }

    private static String version(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var version = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            if (version == null) {
                throw new IOException(jar.getFileName() + " has no Implementation-Version in its manifest");
            }
            return version;
        }
    }

    private static List<Path> list(Path directory, Predicate<Path> filter) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var entries = Files.list(directory)) {
            return entries.filter(filter).sorted().toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The innermost cause in words: a service file that names a missing class arrives wrapped. */
    private static String describe(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError) {
            return "class " + cause.getMessage().replace('/', '.') + " is missing; is a jar incomplete?";
        }
        if (cause instanceof UnsupportedClassVersionError) {
            return cause.getMessage() + "; this is Java " + Runtime.version().feature();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
