package org.repframework.engine.plan;

import java.util.List;

/**
 * Where an input comes from: a task's port, and perhaps a part of what it holds.
 *
 * @param task number of the task in its plan
 * @param parts from the outside in, for example {@code [train]}; empty: the whole artifact
 */
public record Edge(int task, String port, List<String> parts) {

    public Edge {
        parts = List.copyOf(parts);
    }

    /** Port and parts as a script writes them: {@code B.train}. */
    public String path() {
        return parts.isEmpty() ? port : port + "." + String.join(".", parts);
    }
}
