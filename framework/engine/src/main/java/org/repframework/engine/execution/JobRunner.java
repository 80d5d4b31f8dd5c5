package org.repframework.engine.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.repframework.engine.execution.JobDirectory.Job;
import org.repframework.engine.execution.JobDirectory.JobInput;
import org.repframework.engine.execution.JobDirectory.JobResult;
import org.repframework.engine.execution.JobDirectory.JobTask;
import org.repframework.engine.execution.JobDirectory.TaskResult;
import org.repframework.engine.plan.SeedTree;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.registry.LoadedPlugins;
import org.repframework.engine.registry.PluginLoader;
import org.repframework.engine.settings.SettingsType;
import org.repframework.engine.store.ArtifactCodec;
import org.repframework.engine.store.OutputFolder;
import org.repframework.engine.store.Store;
import org.repframework.engine.store.TaskRecord.Output;
import org.repframework.spi.ActivationRecorder;
import org.repframework.spi.Artifact;
import org.repframework.spi.Examples;
import org.repframework.spi.Inputs;
import org.repframework.spi.Network;
import org.repframework.spi.Ports;
import org.repframework.spi.Recording;
import org.repframework.spi.Stage;
import org.repframework.spi.StageFailure;

/** Executes the job in a directory: reads its inputs, calls the stage, writes the outputs and, last, the result. */
final class JobRunner {

    private final Map<String, LoadedPlugins> plugins = new HashMap<>();
    private final Map<String, Artifact> artifacts = new HashMap<>();

    /** @throws Exception whatever the stage throws, or an {@link IOException} */
    void run(JobDirectory directory, Consumer<WorkerMessage> messages) throws Exception {
        var started = System.nanoTime();
        var job = directory.readJob();
        try {
            var results = stage(job).call(stage -> results(stage, job, directory, messages));
            var seconds = (System.nanoTime() - started) / 1e9;
            directory.write(new JobResult(results, seconds, environment(job)));
        } finally {
            artifacts.clear();
        }
    }

    private InstalledStage stage(Job job) throws IOException {
        var loaded = plugins.computeIfAbsent(job.plugin(), name -> PluginLoader.loadOne(Path.of(job.plugins()), name));
        if (!loaded.broken().isEmpty()) {
            throw new IOException(
                    "plugin " + job.plugin() + ": " + loaded.broken().get(0).cause());
        }
        return loaded.stages().stream()
                .filter(stage -> stage.role() == job.role() && stage.name().equals(job.stage()))
                .findFirst()
                .orElseThrow(() -> new IOException("plugin " + job.plugin() + " no longer offers " + job.stage()));
    }

    private List<TaskResult> results(Stage<?> stage, Job job, JobDirectory directory, Consumer<WorkerMessage> messages)
            throws IOException, StageFailure, InterruptedException {
        return stage instanceof ActivationRecorder<?> recorder
                ? moments(recorder, job, directory, messages)
                : List.of(single(stage, job, directory, messages));
    }

    private <S extends Record> TaskResult single(
            Stage<S> stage, Job job, JobDirectory directory, Consumer<WorkerMessage> messages)
            throws IOException, StageFailure, InterruptedException {
        var task = job.tasks().get(0);
        var store = new Store(Path.of(job.store()));
        var context = context(job, task, messages);
        var inputs = new ArrayList<Inputs.Input<Artifact>>();
        for (var input : task.inputs()) {
            inputs.add(new Inputs.Input<>(input.slot(), input.labels(), read(store, input)));
        }
        var outputs = stage.run(settings(stage, task.settings().get(0)), new Inputs<>(inputs), context);
        return result(task, outputs, context, new OutputFolder(directory.outputs(), store));
    }

    /** All tasks of the job in one pass over their common probe set. */
    private <S extends Record> List<TaskResult> moments(
            ActivationRecorder<S> recorder, Job job, JobDirectory directory, Consumer<WorkerMessage> messages)
            throws IOException, StageFailure, InterruptedException {
        var store = new Store(Path.of(job.store()));
        var context = context(job, job.tasks().get(0), messages);
        var pairs = new ArrayList<ActivationRecorder.Pair<S>>();
        for (var task : job.tasks()) {
            pairs.add(new ActivationRecorder.Pair<>(
                    new Recording<>(settings(recorder, task.settings().get(0)), network(store, task, "x")),
                    new Recording<>(settings(recorder, task.settings().get(1)), network(store, task, "y"))));
        }
        var images = (Examples) read(store, input(job.tasks().get(0), "images"));
        var moments = recorder.jointMoments(pairs, images, context);
        var results = new ArrayList<TaskResult>();
        for (var i = 0; i < moments.size(); i++) {
            results.add(result(
                    job.tasks().get(i),
                    Ports.of("moments", moments.get(i)),
                    context,
                    new OutputFolder(directory.outputs(), store)));
        }
        return results;
    }

    private Network network(Store store, JobTask task, String slot) throws IOException {
        return (Network) read(store, input(task, slot));
    }

    private static JobInput input(JobTask task, String slot) {
        return task.inputs().stream()
                .filter(input -> input.slot().equals(slot))
                .findFirst()
                .orElseThrow();
    }

    private static JobContext context(Job job, JobTask task, Consumer<WorkerMessage> messages) throws IOException {
        var seeds = Optional.ofNullable(task.replica()).map(replica -> new SeedTree(task.workflowSeed(), replica));
        var scratch = Files.createDirectories(Path.of(job.scratch()));
        return new JobContext(seeds, job.threads(), scratch, messages);
    }

    private static <S extends Record> S settings(Stage<S> stage, Map<String, Object> given) throws IOException {
        var bound = new SettingsType<>(stage.settings()).bind(stage.name(), given);
        if (!bound.wrong().isEmpty()) {
            throw new IOException(bound.wrong().get(0));
        }
        return bound.settings();
    }

    /** Reads an artifact once a job, however many tasks share it. */
    private Artifact read(Store store, JobInput input) throws IOException {
        var name = input.key() + "/" + input.port();
        var artifact = artifacts.get(name);
        if (artifact == null) {
            artifact = store.read(input.key(), input.port());
            artifacts.put(name, artifact);
        }
        for (var part : input.parts()) {
            artifact = artifact.part(part);
        }
        return artifact;
    }

    private static TaskResult result(JobTask task, Ports<Artifact> outputs, JobContext context, OutputFolder folder) {
        var encoded = new LinkedHashMap<String, Output>();
        outputs.byName()
                .forEach((port, artifact) -> encoded.put(
                        port, new Output(artifact.getClass().getSimpleName(), ArtifactCodec.encode(artifact, folder))));
        return new TaskResult(task.key(), encoded, folder.objects(), context.warnings(), context.pace());
    }

    private static Map<String, String> environment(Job job) {
        return Map.of(
                "java", Runtime.version().toString(),
                "os", System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "threads", Integer.toString(job.threads()));
    }
}
