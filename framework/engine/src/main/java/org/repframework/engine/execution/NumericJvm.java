package org.repframework.engine.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own for what computes: with the natives on its class path, and nothing that could change a number. */
public final class NumericJvm {

    private NumericJvm() {}

    /**
     * @param options of the JVM, its memory for example
     * @param threads of one call of the linear algebra
     */
    public static ProcessBuilder builder(
            Installation installation, List<String> options, String mainClass, List<String> arguments, int threads) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:-OmitStackTraceInFastThrow");
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", installation.workerClassPath(), mainClass));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        // what else could change a number: the thread counts are ours, dispatch to instruction sets is the processor's
        environment
                .keySet()
                .removeIf(name -> name.startsWith("OMP_")
                        || name.startsWith("OPENBLAS_")
                        || name.startsWith("MKL_")
                        || name.startsWith("ONEDNN_")
                        || name.startsWith("DNNL_")
                        || name.equals("JAVA_TOOL_OPTIONS"));
        environment.put("OMP_NUM_THREADS", Integer.toString(threads));
        environment.put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
        return builder;
    }
}
