package org.repframework.engine.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Executes jobs in worker JVMs of this machine, which it starts when needed and keeps for the next job. */
final class LocalExecutor implements AutoCloseable {

    private final Installation installation;
    private final int threads;
    private final WorkerMemory memory;
    private final Path logs;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final List<WorkerProcess> all = new ArrayList<>();
    private boolean closed;

    /**
     * @param threads of each worker
     * @param memory of each worker
     * @param logs folder for what workers say
     */
    LocalExecutor(Installation installation, int threads, WorkerMemory memory, Path logs) {
        this.installation = installation;
        this.threads = threads;
        this.memory = memory;
        this.logs = logs;
    }

    /**
     * Executes one job; may be called by several threads at once, each of which gets a worker of its own. A worker whose
     * job failed is not used again: it may be about to die, or not be what it was.
     *
     * @return empty text if it succeeded, else why not
     */
    String execute(JobDirectory job, Consumer<WorkerMessage> messages) throws IOException {
        var worker = take();
        var failure = worker.execute(job, messages);
        if (failure.isEmpty()) {
            give(worker);
        } else {
            worker.close();
        }
        return failure;
    }

    private synchronized WorkerProcess take() throws IOException {
        if (closed) {
            throw new IOException("the run is being stopped");
        }
        while (!idle.isEmpty()) {
            var worker = idle.pop();
            if (worker.isAlive()) {
                return worker;
            }
        }
        var worker =
                WorkerProcess.start(installation, threads, memory, logs.resolve("worker-" + (all.size() + 1) + ".log"));
        all.add(worker);
        return worker;
    }

    private synchronized void give(WorkerProcess worker) {
        if (closed) {
            worker.close();
        } else {
            idle.push(worker);
        }
    }

    /** Ends every worker at once, also those that are busy. */
    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(WorkerProcess::close);
    }
}
