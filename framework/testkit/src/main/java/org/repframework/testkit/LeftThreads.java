package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Threads that a stage has started and not ended. Those that a library starts once and keeps are let be. */
final class LeftThreads {

    private static final int PATIENCE_MILLIS = 1000;

    private LeftThreads() {}

    static void check(Callable<?> call) throws Exception {
        call.call();
        var before = running();
        call.call();
        assertEquals(
                List.of(),
                remaining(before).stream().map(Thread::getName).sorted().toList(),
                "threads that were started by the stage and still run");
    }

    private static Set<Thread> running() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    private static Set<Thread> remaining(Set<Thread> before) throws InterruptedException {
        for (var waited = 0; ; waited += 10) {
            var now = running();
            now.removeAll(before);
            now.removeIf(thread -> thread.getName().startsWith("ForkJoinPool.commonPool-"));
            if (now.isEmpty() || waited >= PATIENCE_MILLIS) {
                return now;
            }
            Thread.sleep(10);
        }
    }
}
