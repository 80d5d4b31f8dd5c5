package org.repframework.engine.registry;

import java.util.List;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.engine.settings.SettingsType;
import org.repframework.spi.Role;
import org.repframework.spi.Stage;

/** What a stage says of itself, in plain values, which a catalogue can keep; see {@link Stage}. */
public record StageEntry(
        Role role,
        String name,
        String summary,
        int revision,
        boolean draws,
        boolean dependsOnThreads,
        List<SettingSpec> settings) {

    public StageEntry {
        settings = List.copyOf(settings);
    }

    /** @throws IllegalArgumentException if the record of settings lacks its annotations */
    static StageEntry of(Stage<?> stage) {
        return new StageEntry(
                stage.role(),
                stage.name(),
                stage.summary(),
                stage.revision(),
                stage.draws(),
                stage.dependsOnThreads(),
                new SettingsType<>(stage.settings()).specs());
    }
}
