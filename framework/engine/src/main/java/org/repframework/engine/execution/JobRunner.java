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
import org.repframework.spi.PatchRecorder;
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
        if (stage instanceof ActivationRecorder<?> recorder) {
            return pass(job, directory, messages, shared -> evidence(recorder, job, shared));
        }
        return stage instanceof PatchRecorder<?> recorder
                ? pass(job, directory, messages, shared -> images(recorder, job, shared))
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
        var settings = settings(stage, task.settings().get(0));
        var outputs = FrequencyComparison.run(stage, settings, new Inputs<>(inputs), context);
        return result(task, 0, outputs, context, new OutputFolder(directory.outputs(), store));
    }

    /** What the tasks of a job share that are done in one pass. */
    private record Pass(Store store, Examples images, JobContext context) {}

    @FunctionalInterface
    private interface Delivery {
        List<Ports<Artifact>> of(Pass pass) throws IOException, StageFailure, InterruptedException;
    }

    /** All tasks of the job in one pass over their common probe set. */
    private List<TaskResult> pass(Job job, JobDirectory directory, Consumer<WorkerMessage> messages, Delivery delivery)
            throws IOException, StageFailure, InterruptedException {
        var store = new Store(Path.of(job.store()));
        var context = context(job, job.tasks().get(0), messages);
        var images = (Examples) read(store, input(job.tasks().get(0), "images"));
        var delivered = delivery.of(new Pass(store, images, context));
        var results = new ArrayList<TaskResult>();
        for (var i = 0; i < delivered.size(); i++) {
            var folder = new OutputFolder(directory.outputs(), store);
            results.add(result(job.tasks().get(i), i, delivered.get(i), context, folder));
        }
        return results;
    }

    private <S extends Record> List<Ports<Artifact>> evidence(ActivationRecorder<S> recorder, Job job, Pass pass)
            throws IOException, StageFailure, InterruptedException {
        return switch (job.evidence()) {
            case MOMENTS ->
                ports("moments", recorder.jointMoments(pairs(recorder, job, pass), pass.images(), pass.context()));
            case FREQUENCIES ->
                ports("moments", recorder.frequencyMoments(pairs(recorder, job, pass), pass.images(), pass.context()));
            case SAMPLES ->
                ports("samples", recorder.samples(recordings(recorder, job, pass), pass.images(), pass.context()));
            case GRAM -> ports("gram", recorder.grams(recordings(recorder, job, pass), pass.images(), pass.context()));
        };
    }

    private <S extends Record> List<Ports<Artifact>> images(PatchRecorder<S> recorder, Job job, Pass pass)
            throws IOException, StageFailure, InterruptedException {
        return ports("images", recorder.record(recordings(recorder, job, pass), pass.images(), pass.context()));
    }

    private <S extends Record> List<ActivationRecorder.Pair<S>> pairs(Stage<S> recorder, Job job, Pass pass)
            throws IOException {
        var pairs = new ArrayList<ActivationRecorder.Pair<S>>();
        for (var task : job.tasks()) {
            var x = recording(recorder, task, 0, "x", pass);
            pairs.add(new ActivationRecorder.Pair<>(x, recording(recorder, task, 1, "y", pass)));
        }
        return pairs;
    }

    private <S extends Record> List<Recording<S>> recordings(Stage<S> recorder, Job job, Pass pass) throws IOException {
        var recordings = new ArrayList<Recording<S>>();
        for (var task : job.tasks()) {
            recordings.add(recording(recorder, task, 0, "network", pass));
        }
        return recordings;
    }

    private <S extends Record> Recording<S> recording(
            Stage<S> recorder, JobTask task, int settings, String slot, Pass pass) throws IOException {
        return new Recording<>(
                settings(recorder, task.settings().get(settings)), (Network) read(pass.store(), input(task, slot)));
    }

    private static List<Ports<Artifact>> ports(String port, List<? extends Artifact> artifacts) {
        return artifacts.stream()
                .map(artifact -> Ports.<Artifact>of(port, artifact))
                .toList();
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

    private static TaskResult result(
            JobTask task, int position, Ports<Artifact> outputs, JobContext context, OutputFolder folder) {
        var encoded = new LinkedHashMap<String, Output>();
        outputs.byName()
                .forEach((port, artifact) -> encoded.put(
                        port, new Output(artifact.getClass().getSimpleName(), ArtifactCodec.encode(artifact, folder))));
        return new TaskResult(task.key(), encoded, folder.objects(), context.warnings(position), context.pace());
    }

    private static Map<String, String> environment(Job job) {
        return Map.of(
                "java", Runtime.version().toString(),
                "os", System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "threads", Integer.toString(job.threads()));
    }
}
