package org.repframework.engine.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;

/** Loads plugin directories; one that is broken does not hide the others. */
public final class PluginLoader {

    /** What a plugin directory answers, from its code or from memory. */
    @FunctionalInterface
    private interface Question {
        List<PluginOffer> ask(PluginCode code) throws IOException;
    }

    private final List<Path> shared;
    private final List<InstalledPlugin> plugins = new ArrayList<>();
    private final List<InstalledStage> stages = new ArrayList<>();
    private final List<BrokenPlugin> broken = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private PluginLoader(List<Path> shared) {
        this.shared = List.copyOf(shared);
    }

    /**
     * Loads one plugin directory at once.
     *
     * @param name of the directory in the directory of plugins
     */
    public static LoadedPlugins loadOne(Path directory, String name) {
        var loader = new PluginLoader(List.of());
        loader.add(directory.resolve(name), List.of(), PluginCode::offers);
        return loader.loaded();
    }

    /**
     * All plugins, as the catalogue beside them remembers: their code is loaded when it is first called. What has
     * changed is loaded and asked; what is not as recorded in {@code plugins.lock} counts as broken.
     *
     * @param directory holds one directory a plugin, each with the plugin's jars
     * @param shared jars of the framework that stages compute with; they count in the hash of a SNAPSHOT plugin
     */
    public static LoadedPlugins loadAll(Path directory, List<Path> shared) throws IOException {
        var loader = new PluginLoader(shared);
        var catalogue = Catalogue.open(directory);
        var lock = PluginLock.read(directory);
        for (var one : directories(directory)) {
            loader.add(one, catalogue.last(one), code -> {
                loader.check(lock.findings(one, catalogue.sums()));
                return loader.known(one, catalogue, code);
            });
        }
        for (var one : lock.absent(directory)) {
            loader.add(one, catalogue.last(one), code -> {
                loader.check(lock.findings(one, catalogue.sums()));
                return List.of();
            });
        }
        catalogue.save();
        return loader.loaded();
    }

    /** Not those whose name begins with a dot: what is being installed is not yet there. */
    public static List<Path> directories(Path plugins) throws IOException {
        try (var entries = Files.list(plugins)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private LoadedPlugins loaded() {
        return new LoadedPlugins(plugins, stages, broken, warnings);
    }

    /** @param last the stages that it had when it was last whole */
    private void add(Path directory, List<StageId> last, Question question) {
        var code = new PluginCode(directory, new ClassHashes(shared));
        try {
            for (var offer : question.ask(code)) {
                var plugin =
                        new InstalledPlugin(offer.name(), offer.version(), offer.summary(), directory, offer.classes());
                plugins.add(plugin);
                for (var entry : offer.stages()) {
                    stages.add(new InstalledStage(entry, plugin, code));
                }
            }
        } catch (IOException | ServiceConfigurationError | LinkageError | RuntimeException cause) {
            broken.add(new BrokenPlugin(directory, BrokenPlugin.describe(cause), last));
        }
    }

    private void check(List<LockFinding> findings) throws IOException {
        for (var finding : findings) {
            if (finding.kind() != LockFinding.Kind.UNLISTED) {
                throw new IOException(finding.message());
            }
            warnings.add("plugin " + finding.plugin() + ": " + finding.message());
        }
    }

    private List<PluginOffer> known(Path directory, Catalogue catalogue, PluginCode code) throws IOException {
        var lines = new ArrayList<String>();
        for (var jar : PluginCode.jars(directory)) {
            lines.add(catalogue.sums().of(jar) + " " + jar.getFileName());
        }
        for (var jar : shared) {
            lines.add(catalogue.sums().of(jar));
        }
        var state = String.join("\n", lines);
        var name = directory.getFileName().toString();
        var known = catalogue.find(name, state);
        var offers = known.isPresent() ? known.get() : code.offers();
        catalogue.remember(name, state, offers);
        return offers;
    }
}
