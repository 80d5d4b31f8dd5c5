package org.repframework.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.repframework.engine.store.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;

/** The runs in a results folder, {@code results/<workflow>/<run>/provenance.json}. */
public final class RunArchive {

    private static final String FILE = "provenance.json";

    /** A run and where it lies. */
    public record ArchivedRun(Path folder, Provenance provenance) {}

    private final List<ArchivedRun> runs = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();

    /** @param results need not exist */
    public RunArchive(Path results) throws IOException {
        for (var workflow : folders(results)) {
            for (var folder : folders(workflow)) {
                if (Files.exists(folder.resolve(FILE))) {
                    read(folder).ifPresentOrElse(runs::add, () -> unreadable.add(folder));
                }
            }
        }
        runs.sort(Comparator.comparing((ArchivedRun run) -> run.provenance().started())
                .thenComparing(run -> run.provenance().run()));
    }

    /** The newest last. */
    public List<ArchivedRun> runs() {
        return List.copyOf(runs);
    }

    /** Folders of runs whose provenance is damaged, or was written by another version. */
    public List<Path> unreadable() {
        return List.copyOf(unreadable);
    }

    /** By its id, or by workflow and id; {@code latest} is the newest of all, {@code workflow/latest} of that workflow. */
    public Optional<ArchivedRun> find(String name) {
        var slash = name.lastIndexOf('/');
        var workflow = slash < 0 ? "" : name.substring(0, slash);
        var id = name.substring(slash + 1);
        return runs.stream()
                .filter(run -> workflow.isEmpty() || run.provenance().workflow().equals(workflow))
                .filter(run -> id.equals("latest") || run.provenance().run().equals(id))
                .reduce((older, newer) -> newer);
    }

    /** The run of a folder, wherever it lies. */
    public static Optional<ArchivedRun> read(Path folder) throws IOException {
        try {
            var provenance = Json.PRETTY
                    .readerFor(Provenance.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .<Provenance>readValue(Files.readAllBytes(folder.resolve(FILE)));
            return Optional.of(new ArchivedRun(folder, provenance));
        } catch (JacksonException damagedOrOfAnotherVersion) {
            return Optional.empty();
        }
    }

    /** Without links, so that {@code latest} is no run of its own. */
    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (var entries = Files.list(parent)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
