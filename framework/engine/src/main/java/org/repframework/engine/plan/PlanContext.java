package org.repframework.engine.plan;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a plan is made in.
 *
 * @param script the workflow's file
 * @param question the comment with which the script begins
 * @param given values for the workflow's parameters
 * @param folder from which paths in the script count
 * @param numerics what the bytes of numerical stages depend on besides their inputs
 */
public record PlanContext(
        Path script, String question, long seed, GivenParameters given, Path folder, Map<String, String> numerics) {

    /** Of a script that lies where it was written: its paths count from its folder. */
    public PlanContext(Path script, String question, long seed, GivenParameters given, Map<String, String> numerics) {
        this(script, question, seed, given, script.toAbsolutePath().getParent(), numerics);
    }

    public String workflow() {
        return script.getFileName().toString().replaceFirst("\\.groovy$", "");
    }
}
