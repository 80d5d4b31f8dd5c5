package org.repframework.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.repframework.engine.plan.Task;
import org.repframework.engine.registry.InstalledPlugin;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.run.Provenance;
import org.repframework.engine.run.Provenance.DataFile;
import org.repframework.engine.settings.SettingsType;
import org.repframework.engine.store.Finding;
import org.repframework.engine.store.Json;
import org.repframework.engine.store.Store;

/** Writes down of a run what is needed to understand it, to run it again, and to compare what comes out. */
record ProvenanceRecorder(CompletedRun run, RunRequest request, Store store) {

    Provenance provenance() throws IOException {
        var plan = run.plan();
        var entries = new ArrayList<Provenance.Entry>();
        for (var task : plan.tasks()) {
            entries.add(entry(task));
        }
        return new Provenance(
                run.id(),
                plan.workflow(),
                run.script().toAbsolutePath().normalize().toString(),
                plan.sources(),
                request.directory().toString(),
                store.root().toString(),
                run.started().toString(),
                run.seconds(),
                plan.seed(),
                request.given(),
                plan.parameters(),
                request.defaults(),
                run.environment(),
                files(),
                entries);
    }

    private List<DataFile> files() {
        var files = new LinkedHashSet<DataFile>();
        for (var task : run.plan().tasks()) {
            for (var i = 0; i < task.settings().size(); i++) {
                for (var setting :
                        SettingsType.toMap(task.settings().get(i), path -> path).entrySet()) {
                    if (setting.getValue() instanceof Path path) {
                        var content = Json.CANONICAL
                                .readTree(task.preimage())
                                .at("/settings/" + i + "/" + setting.getKey() + "/content");
                        files.add(new DataFile(path.toString(), content.stringValue("")));
                    }
                }
            }
        }
        return List.copyOf(files);
    }

    private Provenance.Entry entry(Task task) throws IOException {
        var outcome = run.outcomes().get(task.number());
        return new Provenance.Entry(
                task.id(),
                task.call(),
                task.place().file(),
                task.place().line(),
                outcome.state().name().toLowerCase(Locale.ROOT),
                outcome.seconds(),
                outcome.message(),
                outcome.warnings(),
                task.key(),
                plugin(task.stage().plugin()),
                task.stage().title(),
                task.stage().revision(),
                task.settings().stream()
                        .map(settings -> SettingsType.toMap(settings, Path::toString))
                        .toList(),
                task.replica().orElse(null),
                task.inputs().stream()
                        .map(input -> new Provenance.Input(
                                input.slot(),
                                input.labels(),
                                run.plan().task(input.edge()).id(),
                                input.edge().path()))
                        .toList(),
                outputs(task));
    }

    private Map<String, String> outputs(Task task) throws IOException {
        var hashes = new TreeMap<String, String>();
        if (store.find(task.key(), false) instanceof Finding.Known known) {
            known.record().outputs().forEach((port, output) -> hashes.put(port, output.hash()));
        }
        return hashes;
    }

    private static Provenance.Plugin plugin(InstalledPlugin plugin) {
        return new Provenance.Plugin(plugin.name(), plugin.version(), plugin.classes());
    }
}
