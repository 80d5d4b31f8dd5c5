package org.repframework.engine.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.repframework.engine.execution.JobDirectory.Job;
import org.repframework.engine.execution.JobDirectory.JobInput;
import org.repframework.engine.execution.JobDirectory.JobTask;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Task;
import org.repframework.engine.run.Outcome;
import org.repframework.engine.run.Outcome.State;
import org.repframework.engine.run.RunListener;
import org.repframework.engine.settings.SettingsType;
import org.repframework.engine.store.AtomicFiles;
import org.repframework.engine.store.Json;
import org.repframework.engine.store.Store;
import org.repframework.engine.store.TaskRecord;

/** The way of one job: into a directory, through a worker, into the store. */
final class JobExecution {

    private final Plan plan;
    private final Store store;
    private final Installation installation;
    private final LocalExecutor executor;
    private final int threads;
    private final RunListener listener;

    JobExecution(
            Plan plan,
            Store store,
            Installation installation,
            LocalExecutor executor,
            int threads,
            RunListener listener) {
        this.plan = plan;
        this.store = store;
        this.installation = installation;
        this.executor = executor;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * @param tasks one, or several that share a pass
     * @return their outcomes, in order
     */
    List<Outcome> execute(List<Task> tasks) throws IOException {
        var first = tasks.get(0);
        var home = store.work().resolve(first.key());
        var directory = new JobDirectory(freshAttempt(home));
        directory.write(job(tasks, home.resolve("scratch")));
        var failure = executor.execute(directory, message -> forward(first, message));
        var result = failure.isEmpty() ? directory.readResult() : Optional.<JobDirectory.JobResult>empty();
        if (result.isEmpty()) {
            var message = failure.isEmpty() ? "its worker left no result" : failure;
            return tasks.stream()
                    .map(task -> new Outcome(State.FAILED, 0, List.of(), message))
                    .toList();
        }
        var outcomes = new ArrayList<Outcome>();
        var seconds = result.get().seconds() / tasks.size();
        for (var i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            var one = result.get().results().get(i);
            var preimage = Json.CANONICAL.readTree(task.preimage());
            store.commit(
                    new TaskRecord(
                            task.key(),
                            task.call(),
                            preimage,
                            one.outputs(),
                            one.objects(),
                            one.warnings(),
                            seconds,
                            one.pace(),
                            result.get().environment(),
                            origin(task)),
                    directory.outputs());
            outcomes.add(new Outcome(State.RAN, seconds, one.warnings(), ""));
        }
        AtomicFiles.deleteInside(store.work(), home);
        return outcomes;
    }

    private TaskRecord.Origin origin(Task task) {
        return new TaskRecord.Origin(
                plan.workflow(),
                task.id(),
                task.stage().title(),
                task.stage().plugin().version(),
                plan.images(task),
                Instant.now().toString());
    }

    /** A new directory beside the scratch; what dead attempts left is removed. */
    private Path freshAttempt(Path home) throws IOException {
        Files.createDirectories(home);
        var last = 0;
        try (var entries = Files.list(home)) {
            for (var entry : entries.toList()) {
                var name = entry.getFileName().toString();
                if (name.startsWith("attempt-")) {
                    last = Math.max(last, Integer.parseInt(name.substring("attempt-".length())));
                    AtomicFiles.deleteInside(home, entry);
                }
            }
        }
        return Files.createDirectory(home.resolve("attempt-" + (last + 1)));
    }

    private Job job(List<Task> tasks, Path scratch) {
        var first = tasks.get(0);
        var plugin = first.stage().plugin();
        return new Job(
                store.root().toString(),
                installation.plugins().toString(),
                plugin.directory().getFileName().toString(),
                first.stage().role(),
                first.stage().name(),
                first.evidence().orElse(null),
                threads,
                scratch.toString(),
                tasks.stream().map(this::jobTask).toList());
    }

    private JobTask jobTask(Task task) {
        return new JobTask(
                task.key(),
                task.settings().stream()
                        .map(settings -> SettingsType.toMap(settings, Path::toString))
                        .toList(),
                task.inputs().stream()
                        .map(input -> new JobInput(
                                input.slot(),
                                input.labels(),
                                plan.task(input.edge()).key(),
                                input.edge().port(),
                                input.edge().parts()))
                        .toList(),
                plan.seed(),
                task.replica().orElse(null));
    }

    private void forward(Task task, WorkerMessage message) {
        if (message instanceof WorkerMessage.Progress progress) {
            listener.progressed(task, progress.done(), progress.total(), progress.unit());
        } else if (message instanceof WorkerMessage.Note note) {
            listener.noted(task, note.text());
        }
    }
}
