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
import org.repframework.engine.store.SealedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the installed plugins offer, so that it is asked once: a file beside the plugins, valid for the hashes in it. One
 * that is damaged or of another version is begun anew, one that cannot be written is done without.
 */
final class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    /** @param hash of all that the answers depend on */
    record Remembered(String hash, List<PluginOffer> offers) {}

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
        var file = directory.resolve(".catalogue.json");
        var content = Files.isRegularFile(file)
                ? SealedFile.decode(Files.readAllBytes(file), Content.class)
                        .filter(read -> read.framework().equals(Versions.framework()))
                : Optional.<Content>empty();
        return new Catalogue(directory, file, content.orElse(Content.EMPTY));
    }

    FileSums sums() {
        return sums;
    }

    /** What the plugin directory of this name offers, if it was remembered under the same hash. */
    Optional<List<PluginOffer>> find(String name, String hash) {
        return Optional.ofNullable(before.plugins().get(name))
                .filter(known -> known.hash().equals(hash))
                .map(Remembered::offers);
    }

    void remember(String name, String hash, List<PluginOffer> offers) {
        plugins.put(name, new Remembered(hash, offers));
    }

    void save() {
        var content = new Content(Versions.framework(), sums.asked(), plugins);
        if (!content.equals(before)) {
            try {
                AtomicFiles.write(file, SealedFile.encode(content));
            } catch (IOException readOnly) {
                LOG.debug("what the plugins offer is not remembered", readOnly);
            }
        }
    }
}
