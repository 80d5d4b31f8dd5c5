package org.repframework.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.repframework.spi.StageContext;

/** The world of one call of a stage: the seeds of a replica, and a record of everything that the stage said. */
final class TrialContext implements StageContext {

    record Progress(long done, long total, String unit) {}

    private final int replica;
    private final int threads;
    private final Path scratch;
    private final int checksBeforeInterruption;

    final List<String> purposes = Collections.synchronizedList(new ArrayList<>());
    final List<Progress> progress = Collections.synchronizedList(new ArrayList<>());
    final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    private final long start = System.nanoTime();
    private long lastCheck = start;
    private long longestSilence;
    private int checks;
    private long interruptedAt;

    TrialContext(int replica, int threads, Path scratch, int checksBeforeInterruption) {
        this.replica = replica;
        this.threads = threads;
        this.scratch = scratch;
        this.checksBeforeInterruption = checksBeforeInterruption;
    }

    /** Depends on replica and purpose alone, as the engine's seeds do; never 0. */
    static long seed(int replica, String purpose) {
        return 1 + (new SplittableRandom((long) purpose.hashCode() << 32 ^ replica).nextLong() >>> 2);
    }

    @Override
    public long seed(String purpose) {
        purposes.add(purpose);
        return seed(replica, purpose);
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public Path scratch() {
        return scratch;
    }

    @Override
    public void progress(long done, long total, String unit) {
        progress.add(new Progress(done, total, unit));
    }

    @Override
    public void note(String text) {}

    @Override
    public void warn(String text) {
        warnings.add(text);
    }

    @Override
    public synchronized void checkInterrupted() throws InterruptedException {
        hear();
        if (checks++ >= checksBeforeInterruption) {
            interruptedAt = interruptedAt == 0 ? lastCheck : interruptedAt;
            throw new InterruptedException("the contract interrupts the stage");
        }
    }

    synchronized void hear() {
        var now = System.nanoTime();
        longestSilence = Math.max(longestSilence, now - lastCheck);
        lastCheck = now;
    }

    synchronized int checks() {
        return checks;
    }

    synchronized boolean interrupted() {
        return interruptedAt != 0;
    }

    /** The longest time without a call of {@link #checkInterrupted()}, in nanoseconds, up to the last {@link #hear}. */
    synchronized long longestSilence() {
        return longestSilence;
    }

    /** Nanoseconds since the first interruption. */
    synchronized long sinceInterruption() {
        return System.nanoTime() - interruptedAt;
    }
}
