package org.repframework.engine.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import org.repframework.engine.store.Json;
import org.repframework.spi.Refusal;
import org.repframework.spi.StageFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main class of a worker JVM: executes job directories. With a directory as its argument it does that one and ends;
 * without, it reads directories from standard input, line by line, and ends at once when that ends, since then nobody
 * waits for the result. Answers with one JSON message a line on standard output; everything else, logs included, goes to
 * standard error.
 */
public final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final PrintStream answers;
    private final JobRunner runner = new JobRunner();

    private Worker(PrintStream answers) {
        this.answers = answers;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // what a library prints must not look like an answer
        var worker = new Worker(answers);
        if (arguments.length == 1) {
            System.exit(worker.execute(Path.of(arguments[0])) ? 0 : 1);
        }
        var directories = new LinkedBlockingQueue<Path>();
        var reader = new Thread(() -> read(directories), "requests");
        reader.setDaemon(true);
        reader.start();
        while (true) {
            worker.execute(directories.take());
        }
    }

    private static void read(Queue<Path> directories) {
        try {
            var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                directories.add(Path.of(line));
            }
        } catch (IOException gone) {
            LOG.warn("the engine is gone", gone);
        }
        Runtime.getRuntime().halt(0);
    }

    private boolean execute(Path directory) {
        try {
            runner.run(new JobDirectory(directory), this::answer);
            answer(new WorkerMessage.Done());
            return true;
        } catch (StageFailure | Refusal failure) {
            answer(new WorkerMessage.Failed(failure.getMessage(), false));
        } catch (OutOfMemoryError memory) {
            LOG.error("in {}", directory, memory);
            answer(new WorkerMessage.Failed(
                    "out of memory (" + memory.getMessage() + "); use a smaller batch or fewer workers: --workers 1",
                    true));
            Runtime.getRuntime().halt(3); // a heap that ran full is not to be trusted with another task
        } catch (Exception | LinkageError unexpected) {
            LOG.error("in {}", directory, unexpected);
            answer(new WorkerMessage.Failed(unexpected.toString(), true));
        }
        return false;
    }

    private synchronized void answer(WorkerMessage message) {
        answers.println(Json.CANONICAL.writeValueAsString(message));
    }
}
