package org.repframework.engine.registry;

import org.repframework.spi.Stage;

/** A stage and the plugin it came from. */
public record InstalledStage(Stage<?> stage, InstalledPlugin plugin) {

    /** Verb and name, for example {@code train sgd}. */
    public String title() {
        return stage.role().verb() + " " + stage.name();
    }
}
