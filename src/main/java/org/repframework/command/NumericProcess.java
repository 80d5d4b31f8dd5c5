package org.repframework.command;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.repframework.Main;
import org.repframework.engine.execution.Installation;
import org.repframework.engine.execution.NumericJvm;

/**
 * The command line once more, in a JVM that may load native libraries and compiles what it runs thoroughly; the JVM of a
 * command does neither.
 */
final class NumericProcess {

    private static final String MARK = "rep.numeric";
    private static final long LEAST = 512L << 20;

    private NumericProcess() {}

    /** Whether we are in it. */
    static boolean isThis() {
        return Boolean.getBoolean(MARK);
    }

    /** What it may use of the machine's memory, in bytes, for Java's objects; arrays outside of these take little. */
    static long heap() {
        var machine = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        return Math.max(LEAST, machine / 2);
    }

    /**
     * @param arguments of the command line
     * @return its exit code
     */
    static int run(Installation installation, List<String> arguments) throws IOException, InterruptedException {
        var options = new ArrayList<String>();
        options.add("-Xms64m");
        options.add("-Xmx" + (heap() >> 20) + "m");
        options.add("-D" + MARK + "=true");
        options.add("-Drep.home=" + installation.home());
        // one thread a call of the linear algebra: the same bytes on every machine; calls run side by side
        var process = NumericJvm.builder(installation, options, Main.class.getName(), arguments, 1)
                .inheritIO()
                .start();
        var end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        return process.waitFor();
    }
}
