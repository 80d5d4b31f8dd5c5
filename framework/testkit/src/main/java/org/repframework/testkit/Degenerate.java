package org.repframework.testkit;

import java.util.Map;
import org.repframework.spi.Artifact;
import org.repframework.spi.Inputs;

/**
 * An input out of the ordinary.
 *
 * @param name by which {@link StageContract#handling()} speaks of it, for example {@code one sample}
 * @param settings what differs from {@link StageContract#settings()}
 * @param handling what the contract expects unless the author says otherwise
 */
public record Degenerate(String name, Map<String, Object> settings, Inputs<Artifact> inputs, Handling handling) {

    public Degenerate(String name, Inputs<Artifact> inputs, Handling handling) {
        this(name, Map.of(), inputs, handling);
    }
}
