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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.repframework.engine.plan.Task;
import org.repframework.engine.registry.InstalledPlugin;
import org.repframework.engine.settings.SettingsType;
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

    /** Writes {@code provenance.json}: versions, seeds, settings, keys, threads and times. */
    public static void writeProvenance(CompletedRun run) throws IOException {
        var plan = run.plan();
        var all = new LinkedHashMap<String, Object>();
        all.put("workflow", plan.workflow());
        all.put("script", run.script().toString());
        all.put("sources", plan.sources());
        all.put("run", run.id());
        all.put("started", run.started().toString());
        all.put("seconds", run.seconds());
        all.put("seed", plan.seed());
        all.put("parameters", plan.parameters());
        all.put("environment", run.environment());
        var tasks = new ArrayList<Map<String, Object>>();
        for (var task : plan.tasks()) {
            tasks.add(task(task, run));
        }
        all.put("tasks", tasks);
        AtomicFiles.write(run.directory().resolve("provenance.json"), Json.PRETTY.writeValueAsBytes(all));
    }

    private static Map<String, Object> task(Task task, CompletedRun run) {
        var outcome = run.outcomes().get(task.number());
        var all = new LinkedHashMap<String, Object>();
        all.put("id", task.id());
        all.put("call", task.call());
        all.put("file", task.place().file());
        all.put("line", task.place().line());
        all.put("state", outcome.state().name().toLowerCase(Locale.ROOT));
        all.put("seconds", outcome.seconds());
        if (!outcome.message().isEmpty()) {
            all.put("message", outcome.message());
        }
        all.put("warnings", outcome.warnings());
        all.put("key", task.key());
        all.put("plugin", plugin(task.stage().plugin()));
        all.put("stage", task.stage().title());
        all.put("revision", task.stage().revision());
        all.put(
                "settings",
                task.settings().stream()
                        .map(settings -> SettingsType.toMap(settings, Path::toString))
                        .toList());
        task.replica().ifPresent(replica -> all.put("replica", replica));
        all.put(
                "inputs",
                task.inputs().stream()
                        .map(input -> Map.of(
                                "slot", input.slot(),
                                "labels", input.labels(),
                                "task", run.plan().task(input.edge()).id(),
                                "path", input.edge().path()))
                        .toList());
        return all;
    }

    private static Map<String, String> plugin(InstalledPlugin plugin) {
        return Map.of("name", plugin.name(), "version", plugin.version(), "classes", plugin.classes());
    }
}
