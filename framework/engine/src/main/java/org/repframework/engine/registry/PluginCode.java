package org.repframework.engine.registry;

import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** The code of the plugins in one directory, loaded when it is first needed. */
final class PluginCode implements Closeable, InstalledStage.Code {

    private final Path directory;
    private final ClassHashes classHashes;
    private final Map<StageId, Stage<?>> stages = new HashMap<>();
    private PluginClassLoader loader;
    private List<PluginOffer> offers;

    PluginCode(Path directory, ClassHashes classHashes) {
        this.directory = directory;
        this.classHashes = classHashes;
    }

    static List<Path> jars(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Asks the plugins what they offer. */
    synchronized List<PluginOffer> offers() throws IOException {
        if (offers == null) {
            offers = load();
        }
        return offers;
    }

    /** A stage that the directory is known to offer. */
    @Override
    public synchronized Stage<?> stage(StageId id) throws IOException {
        offers();
        var stage = stages.get(id);
        if (stage == null) {
            throw new IOException("it no longer offers " + id.role().verb() + " " + id.name());
        }
        return stage;
    }

    @Override
    public synchronized void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }

    private List<PluginOffer> load() throws IOException {
        var jars = jars(directory);
        if (jars.isEmpty()) {
            throw new IOException("it holds no jar; put the plugin's jars there or remove the directory");
        }
        var urls = new URL[jars.size()];
        for (var i = 0; i < urls.length; i++) {
            open(jars.get(i)).close();
            urls[i] = jars.get(i).toUri().toURL();
        }
        loader = new PluginClassLoader(directory.getFileName().toString(), urls, PluginCode.class.getClassLoader());
        var found = ContextLoader.call(loader, this::ask);
        if (found.isEmpty()) {
            throw new IOException("none of its jars has the file META-INF/services/" + Plugin.class.getName()
                    + ", which must name the plugin's class");
        }
        return List.copyOf(found);
    }

    private List<PluginOffer> ask() throws IOException {
        var found = new ArrayList<PluginOffer>();
        for (var entries = ServiceLoader.load(Plugin.class, loader).iterator(); entries.hasNext(); ) {
            var plugin = entries.next();
            var jar = ClassHashes.jarOf(plugin.getClass());
            var version = version(jar);
            var classes = version.endsWith("-SNAPSHOT") ? classHashes.of(jar) : "";
            var offered = new ArrayList<StageEntry>();
            for (var stage : plugin.stages()) {
                var entry = StageEntry.of(stage);
                stages.put(new StageId(entry.role(), entry.name()), stage);
                offered.add(entry);
            }
            found.add(new PluginOffer(plugin.name(), version, plugin.summary(), classes, offered));
        }
        return found;
    }

    /** @throws IOException if the jar does not state a version, or is built for another version of the SPI */
    private static String version(Path jar) throws IOException {
        try (var file = open(jar)) {
            var manifest = PluginManifest.of(file);
            manifest.checkSpi();
            return manifest.version();
        }
    }

    static JarFile open(Path jar) throws IOException {
        try {
            return new JarFile(jar.toFile());
        } catch (IOException cause) {
            throw new IOException(jar.getFileName() + " is not a jar: " + cause.getMessage());
        }
    }
}
