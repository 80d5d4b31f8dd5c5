package org.repframework.engine.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.repframework.engine.run.Versions;
import org.repframework.engine.store.AtomicFiles;
import org.slf4j.LoggerFactory;

/**
 * What the installed plugins offer, so that it is asked once: a file beside the plugins, valid for the SHA-256 sums in it. One
 * that is damaged or of another version is begun anew, one that cannot be written is done without.
 */
final class Catalogue {

    /** @param state the sums of all that the answers depend on */
    record Remembered(String state, List<PluginOffer> offers) {}

    /** @param framework the version that wrote it */
    record Content(String framework, Map<String, FileSums.Sum> files, Map<String, Remembered> plugins) {
        static final Content EMPTY = new Content(Versions.framework(), Map.of(), Map.of());
    }

    private final Path file;
    private final Content before;
    private final FileSums sums;
    private final Map<String, Remembered> plugins = new TreeMap<>();

    private Catalogue(Path directory, Path file, Content before) {
        this.file = file;
        this.before = before;
        this.sums = new FileSums(directory, before.files());
    }

    /** @param directory of the plugin directories */
    static Catalogue open(Path directory) throws IOException {
        var file = directory.resolve(".catalogue");
        var content = Files.isRegularFile(file)
                ? CatalogueFile.decode(Files.readAllBytes(file), Versions.framework())
                : Optional.<Content>empty();
        return new Catalogue(directory, file, content.orElse(Content.EMPTY));
    }

    FileSums sums() {
        return sums;
    }

    /** What the plugin directory of this name offers, if it was remembered in the same state. */
    Optional<List<PluginOffer>> find(String name, String state) {
        return Optional.ofNullable(before.plugins().get(name))
                .filter(known -> known.state().equals(state))
                .map(Remembered::offers);
    }

    /** The stages of the plugin directory when it was last whole, which stay remembered while it is not. */
    List<StageId> last(Path plugin) {
        var name = plugin.getFileName().toString();
        var known = before.plugins().get(name);
        if (known == null) {
            return List.of();
        }
        plugins.put(name, known);
        return known.offers().stream()
                .flatMap(offer -> offer.stages().stream())
                .map(entry -> new StageId(entry.role(), entry.name()))
                .toList();
    }

    void remember(String name, String state, List<PluginOffer> offers) {
        plugins.put(name, new Remembered(state, offers));
    }

    void save() {
        var content = new Content(Versions.framework(), sums.asked(), plugins);
        if (!content.equals(before)) {
            try {
                AtomicFiles.write(file, CatalogueFile.encode(content));
            } catch (IOException readOnly) {
                // asked for only here: the start of the logging costs more than all that is done here
                LoggerFactory.getLogger(Catalogue.class).debug("what the plugins offer is not remembered", readOnly);
            }
        }
    }
}
