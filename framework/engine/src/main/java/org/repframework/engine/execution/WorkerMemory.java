package org.repframework.engine.execution;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.repframework.spi.Stage;

/**
 * What a worker may use, in megabytes. The limits are such that a task gets what it was promised, and none is reserved.
 *
 * @param heap for Java's objects
 * @param arrays for ND4J's arrays, which live outside the heap
 * @param together for both at once
 */
record WorkerMemory(long heap, long arrays, long together) {

    private static final long HEAP = (Stage.HEAP >> 20) + 512; // with room for Java itself and what is on its way
    private static final long SMALLEST_ARRAYS = 256;

    /** Three quarters of the machine's memory, divided among the workers. */
    static WorkerMemory shared(int workers) {
        var machine = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() >> 20;
        return ofShare(machine * 3 / 4 / workers);
    }

    /** The heap is what was promised even where the share is less. */
    static WorkerMemory ofShare(long share) {
        var arrays = Math.max(SMALLEST_ARRAYS, share - Math.min(HEAP, share / 3));
        return new WorkerMemory(HEAP, arrays, Math.max(share, HEAP + SMALLEST_ARRAYS));
    }

    /** As options of the JVM. */
    List<String> options() {
        return List.of(
                "-Xmx" + heap + "m",
                "-Dorg.bytedeco.javacpp.maxbytes=" + arrays + "m",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=" + together + "m");
    }
}
