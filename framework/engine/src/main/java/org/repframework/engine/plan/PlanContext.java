package org.repframework.engine.plan;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a plan is made in.
 *
 * @param script the workflow's file
 * @param question the comment with which the script begins
 * @param given parameters from the command line, name to text
 * @param current the current directory, from which paths on the command line count
 * @param folder from which paths in the script count
 * @param numerics what the bytes of numerical stages depend on besides their inputs
 */
public record PlanContext(
        Path script,
        String question,
        long seed,
        Map<String, String> given,
        Path current,
        Path folder,
        Map<String, String> numerics) {

    /** Of a script that lies where it was written: its paths count from its folder. */
    public PlanContext(
            Path script,
            String question,
            long seed,
            Map<String, String> given,
            Path current,
            Map<String, String> numerics) {
        this(script, question, seed, given, current, script.toAbsolutePath().getParent(), numerics);
    }

    public String workflow() {
        return script.getFileName().toString().replaceFirst("\\.groovy$", "");
    }
}
