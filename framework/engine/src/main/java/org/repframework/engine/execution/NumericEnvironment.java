package org.repframework.engine.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the bytes of a numerical stage depend on besides its inputs: the number of threads, the numerical libraries, and
 * the processor's kind and instruction sets, by which oneDNN and OpenBLAS choose their kernels.
 */
public final class NumericEnvironment {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final List<String> INSTRUCTION_SETS = List.of(
            "sse4_1",
            "avx",
            "avx2",
            "fma",
            "avx512f",
            "avx512bw",
            "avx512_vnni",
            "avx512_bf16",
            "amx_tile",
            "asimd",
            "sve");

    private NumericEnvironment() {}

    /** @param threads of one task */
    public static Map<String, String> of(Installation installation, int threads) throws IOException {
        var environment = new TreeMap<String, String>();
        environment.put("threads", Integer.toString(threads));
        environment.put("libraries", libraries(installation));
        environment.put("processor", processor());
        return environment;
    }

    private static String libraries(Installation installation) throws IOException {
        var directory = installation.home().resolve("lib").resolve("worker");
        if (!Files.isDirectory(directory)) {
            return "none";
        }
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("nd4j-native-") || name.startsWith("openblas-"))
                    .map(name -> name.replaceFirst("\\.jar$", ""))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(PROCESSOR)) {
            return System.getProperty("os.arch");
        }
        var facts = new TreeMap<String, String>();
        for (var line : Files.readAllLines(PROCESSOR)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                facts.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        var flags = Arrays.asList(
                facts.getOrDefault("flags", facts.getOrDefault("Features", "")).split(" "));
        var sets = INSTRUCTION_SETS.stream().filter(flags::contains).collect(Collectors.joining(" "));
        return System.getProperty("os.arch") + " " + facts.getOrDefault("vendor_id", "") + " family "
                + facts.getOrDefault("cpu family", "?") + ": " + sets;
    }
}
