package org.repframework.numerics;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs tasks side by side on some threads, or one after the other on the caller's. */
final class Threads implements AutoCloseable {

    private final ExecutorService pool; // null: the caller's thread alone

    Threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " threads");
        }
        pool = count == 1
                ? null
                : Executors.newFixedThreadPool(count, task -> {
                    var thread = new Thread(task, "numerics");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Comes back when all are done; throws what the first failure of them in their order was. */
    void run(List<Runnable> tasks) {
        if (pool == null) {
            tasks.forEach(Runnable::run);
            return;
        }
        try {
            for (var done :
                    pool.invokeAll(tasks.stream().map(Executors::callable).toList())) {
                done.get();
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw (Error) failure.getCause(); // a Runnable throws nothing else
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sums were made", interrupted);
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
