package org.repframework.engine.execution;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.repframework.engine.store.Json;

/** A warm worker JVM: takes one job after the other. */
final class WorkerProcess implements AutoCloseable {

    private static final int OUT_OF_MEMORY = 3; // what a JVM exits with that ExitOnOutOfMemoryError ends
    private static final int KILLED = 128 + 9;

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
        var options = new ArrayList<>(memory.options());
        // a crash leaves nothing where the user works
        options.add("-XX:-CreateCoredumpOnCrash");
        options.add("-XX:ErrorFile=" + log.resolveSibling("crash-%p.log").toAbsolutePath());
        var builder = NumericJvm.builder(installation, options, Worker.class.getName(), List.of(), threads);
        Files.createDirectories(log.getParent());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new WorkerProcess(builder.start(), log);
    }

    /**
     * Executes a job and returns when it is done. Lines that are no message are what a dying JVM says.
     *
     * @return empty text if it succeeded, else why not
     */
    String execute(JobDirectory job, Consumer<WorkerMessage> messages) throws IOException {
        requests.write(job.path().toString());
        requests.newLine();
        requests.flush();
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (!line.startsWith("{")) {
                Files.writeString(log, line + System.lineSeparator(), StandardOpenOption.APPEND);
                continue;
            }
            var message = Json.CANONICAL.readValue(line, WorkerMessage.class);
            if (message instanceof WorkerMessage.Done) {
                return "";
            }
            if (message instanceof WorkerMessage.Failed failed) {
                return failed.logged() ? failed.message() + "; the details are in " + log : failed.message();
            }
            messages.accept(message);
        }
        return "its worker " + death() + "; what it said last is in " + log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private String death() {
        try {
            var status = process.waitFor();
            if (status == OUT_OF_MEMORY) {
                return "ran out of memory (Java's heap); use a smaller batch or fewer workers: --workers 1";
            }
            if (status == KILLED) {
                return "was killed (signal 9), by somebody or because the machine ran out of memory; then fewer workers"
                        + " help: --workers 1";
            }
            var crash = log.resolveSibling("crash-" + process.pid() + ".log");
            return Files.exists(crash)
                    ? "crashed in native code; where, says " + crash
                    : "ended before its task did (exit status " + status + ")";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "died";
        }
    }

    /** Ends the process at once: all that it leaves behind is its job's directory. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
