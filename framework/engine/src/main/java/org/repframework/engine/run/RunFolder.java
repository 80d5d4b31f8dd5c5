package org.repframework.engine.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.repframework.engine.store.AtomicFiles;
import org.repframework.engine.store.Json;

/** The folder of a run, {@code results/<workflow>/<run-id>}: its name, its provenance and the pointer to the newest. */
public final class RunFolder {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);

    private RunFolder() {}

    /** A new folder named after the time in UTC; of two runs in one second the later gets a number. */
    public static Path create(Path results, String workflow, Instant started) throws IOException {
        var parent = Files.createDirectories(results.resolve(workflow));
        var name = NAME.format(started);
        for (var number = 1; ; number++) {
            try {
                return Files.createDirectory(parent.resolve(number == 1 ? name : name + "-" + number));
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
    }

    /** Makes {@code latest} beside the run's folder point to it. */
    public static void markLatest(CompletedRun run) throws IOException {
        var link = run.directory().resolveSibling("latest");
        var temporary = run.directory().resolveSibling(".latest-" + run.id());
        try {
            Files.createSymbolicLink(temporary, Path.of(run.id()));
            if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(link + " is a folder; it should be a link to the newest run. Move it away");
            }
            Files.move(temporary, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (UnsupportedOperationException noLinksHere) {
            AtomicFiles.write(link.resolveSibling("latest.txt"), (run.id() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes {@code provenance.json}. */
    public static void write(Provenance provenance, Path folder) throws IOException {
        AtomicFiles.write(folder.resolve("provenance.json"), Json.PRETTY.writeValueAsBytes(provenance));
    }
}
