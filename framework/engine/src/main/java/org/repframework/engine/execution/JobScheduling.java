package org.repframework.engine.execution;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.run.Outcome;
import org.repframework.engine.run.RunListener;
import org.repframework.engine.store.Store;

/**
 * Computes what is missing of a plan on this machine.
 *
 * @param threads of one task
 * @param workers how many tasks run side by side
 */
public record JobScheduling(Installation installation, Store store, int threads, int workers) {

    /**
     * @param known outcomes of the tasks that need not run
     * @return an outcome for every task, by number
     */
    public List<Outcome> run(Plan plan, Map<Integer, Outcome> known, RunListener listener)
            throws IOException, InterruptedException {
        var logs = store.work().resolve("logs");
        try (var executor = new LocalExecutor(installation, threads, WorkerMemory.shared(workers), logs)) {
            var stop = new Thread(executor::close, "stop workers");
            Runtime.getRuntime().addShutdownHook(stop);
            try {
                var execution = new JobExecution(plan, store, installation, executor, threads, listener);
                return new Scheduler(plan, known, execution::execute, listener).run(workers);
            } finally {
                removeHook(stop);
            }
        }
    }

    private static void removeHook(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException alreadyShuttingDown) {
            // then the hook is about to run, or has run: closing twice does no harm
        }
    }
}
