package org.repframework.testkit;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.repframework.spi.Artifact;
import org.repframework.spi.Ports;

/**
 * One call of a stage, and what came of it.
 *
 * @param outputs null if the stage failed
 * @param failure null if it did not
 */
record Trial(TrialContext context, Ports<Artifact> outputs, Throwable failure) {

    private static final int PATIENCE_SECONDS = 60;

    /** Runs the call in a thread of its own and gives up on it after a minute. */
    static Trial of(TrialContext context, Callable<Ports<Artifact>> call) throws InterruptedException {
        var task = new FutureTask<>(call);
        var thread = new Thread(task, "trial of a stage");
        thread.setDaemon(true);
        thread.start();
        try {
            var outputs = task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            context.hear();
            return new Trial(context, outputs, null);
        } catch (ExecutionException e) {
            context.hear();
            return new Trial(context, null, e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new AssertionError("the stage did not come back within " + PATIENCE_SECONDS + " seconds", e);
        }
    }

    /** @throws AssertionError if the stage failed */
    Ports<Artifact> succeeded() {
        if (failure != null) {
            throw new AssertionError("the stage failed on ordinary input: " + failure, failure);
        }
        return outputs;
    }

    Footprint footprint() throws IOException {
        return Footprint.of(succeeded().byName());
    }
}
