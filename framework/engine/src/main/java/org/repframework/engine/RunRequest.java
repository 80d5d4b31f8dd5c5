package org.repframework.engine;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run a plan.
 *
 * @param script the workflow's file, for the provenance
 * @param directory the current directory, from which paths on the command line count
 * @param given parameters that were given, with their values in force
 * @param defaults of all parameters
 * @param results folder in which each workflow has a folder
 * @param threads of one task
 * @param workers how many tasks run side by side
 */
public record RunRequest(
        Path script,
        Path directory,
        Map<String, Object> given,
        Map<String, Object> defaults,
        Path results,
        int threads,
        int workers) {

    /** As many tasks side by side as the machine's cores allow. */
    public static int defaultWorkers(int threads) {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / threads);
    }
}
