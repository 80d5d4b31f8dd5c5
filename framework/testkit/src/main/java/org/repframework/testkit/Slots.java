package org.repframework.testkit;

import java.util.List;
import java.util.Map;
import org.repframework.spi.Artifact;
import org.repframework.spi.Inputs;

/** Inputs by the names of their slots. */
final class Slots {

    private Slots() {}

    static Inputs<Artifact> of(String slot, Artifact artifact) {
        return new Inputs<>(List.of(new Inputs.Input<>(slot, Map.of(), artifact)));
    }

    static Inputs<Artifact> of(String first, Artifact one, String second, Artifact other) {
        return new Inputs<>(
                List.of(new Inputs.Input<>(first, Map.of(), one), new Inputs.Input<>(second, Map.of(), other)));
    }
}
