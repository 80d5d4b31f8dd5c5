package org.repframework.engine.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.store.AtomicFiles;
import org.repframework.engine.store.Json;
import org.repframework.engine.store.Pace;
import org.repframework.engine.store.TaskRecord.Output;
import org.repframework.engine.store.TaskRecord.StoredObject;
import org.repframework.spi.Evidence;
import org.repframework.spi.Role;

/**
 * A job on its way to a worker and back: {@code task.json} says what to do, {@code outputs/} receives files, and
 * {@code result.json}, written last, says that it is done. Whoever can read the directory and the store can execute it.
 */
public record JobDirectory(Path path) {

    /**
     * What to do: one task, or several that share a pass over one probe set.
     *
     * @param plugins folder of the plugin directories
     * @param plugin name of the plugin's directory
     * @param evidence what of recordings to deliver; null for calls of the stage itself
     * @param scratch directory that outlives attempts
     */
    public record Job(
            String store,
            String plugins,
            String plugin,
            Role role,
            String stage,
            Evidence evidence,
            int threads,
            String scratch,
            List<JobTask> tasks) {}

    /**
     * @param settings as maps: one, or for moments that of x and that of y
     * @param workflowSeed the workflow's seed; with {@code replica} null the stage draws nothing
     */
    public record JobTask(
            String key,
            List<Map<String, Object>> settings,
            List<JobInput> inputs,
            long workflowSeed,
            Integer replica) {}

    /** @param parts of the artifact at that port, from the outside in */
    public record JobInput(String slot, Map<String, Object> labels, String key, String port, List<String> parts) {}

    /** @param results in the order of the job's tasks */
    public record JobResult(List<TaskResult> results, double seconds, Map<String, String> environment) {}

    public record TaskResult(
            String key, Map<String, Output> outputs, List<StoredObject> objects, List<String> warnings, Pace pace) {}

    /** Where the worker puts files. */
    public Path outputs() {
        return path.resolve("outputs");
    }

    public void write(Job job) throws IOException {
        AtomicFiles.write(path.resolve("task.json"), Json.PRETTY.writeValueAsBytes(job));
    }

    public Job readJob() throws IOException {
        return Json.PRETTY.readValue(Files.readAllBytes(path.resolve("task.json")), Job.class);
    }

    public void write(JobResult result) throws IOException {
        AtomicFiles.write(path.resolve("result.json"), Json.PRETTY.writeValueAsBytes(result));
    }

    /** Empty: the job has not been finished. */
    public Optional<JobResult> readResult() throws IOException {
        var file = path.resolve("result.json");
        return Files.exists(file)
                ? Optional.of(Json.PRETTY.readValue(Files.readAllBytes(file), JobResult.class))
                : Optional.empty();
    }
}
