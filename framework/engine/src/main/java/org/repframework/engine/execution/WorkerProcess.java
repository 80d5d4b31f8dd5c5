package org.repframework.engine.execution;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.repframework.engine.store.Json;

/** A warm worker JVM: takes one job after the other. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.log = log;
    }

    /** @param log receives what the worker and its libraries say */
    static WorkerProcess start(Installation installation, int threads, WorkerMemory memory, Path log)
            throws IOException {
        var builder = NumericJvm.builder(installation, memory.options(), Worker.class.getName(), List.of(), threads);
        Files.createDirectories(log.getParent());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new WorkerProcess(builder.start(), log);
    }

    /**
     * Executes a job and returns when it is done.
     *
     * @return empty text if it succeeded, else why not
     */
    String execute(JobDirectory job, Consumer<WorkerMessage> messages) throws IOException {
        requests.write(job.path().toString());
        requests.newLine();
        requests.flush();
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            var message = Json.CANONICAL.readValue(line, WorkerMessage.class);
            if (message instanceof WorkerMessage.Done) {
                return "";
            }
            if (message instanceof WorkerMessage.Failed failed) {
                return failed.logged() ? failed.message() + "; the details are in " + log : failed.message();
            }
            messages.accept(message);
        }
        return "its worker died (" + exit() + "); what it said last is in " + log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private String exit() {
        try {
            var status = process.waitFor();
            return status > 128 ? "signal " + (status - 128) : "exit status " + status;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "no exit status";
        }
    }

    /** Ends the process at once: all that it leaves behind is its job's directory. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
