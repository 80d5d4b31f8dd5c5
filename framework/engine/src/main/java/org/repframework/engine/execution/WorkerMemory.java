package org.repframework.engine.execution;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What a worker may use, in megabytes.
 *
 * @param heap for Java's objects
 * @param arrays for ND4J's arrays, which live outside the heap
 */
record WorkerMemory(long heap, long arrays) {

    private static final long LARGEST_HEAP = 2048;
    private static final long SMALLEST_HEAP = 256;

    /** Three quarters of the machine's memory, divided among the workers. */
    static WorkerMemory shared(int workers) {
        var machine = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() >> 20;
        var share = machine * 3 / 4 / workers;
        var heap = Math.max(SMALLEST_HEAP, Math.min(LARGEST_HEAP, share / 3));
        return new WorkerMemory(heap, Math.max(SMALLEST_HEAP, share - heap));
    }

    /** As options of the JVM. */
    List<String> options() {
        return List.of(
                "-Xmx" + heap + "m",
                "-Dorg.bytedeco.javacpp.maxbytes=" + arrays + "m",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=" + (heap + arrays) + "m");
    }
}
