package org.repframework.engine.registry;

import java.util.List;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.engine.settings.SettingsType;
import org.repframework.engine.settings.WrongRecord;
import org.repframework.spi.ActivationRecorder;
import org.repframework.spi.Role;
import org.repframework.spi.Stage;
import org.repframework.spi.Traits;

/**
 * What a stage says of itself, in plain values, which a catalogue can keep; see {@link Stage}.
 *
 * @param slots the artifacts it takes
 * @param delivers whether it is an {@link ActivationRecorder}, whose recordings become tasks through what compares them
 * @param traits what it promises of its results, in words
 */
public record StageEntry(
        Role role,
        String name,
        String summary,
        int revision,
        boolean draws,
        boolean dependsOnThreads,
        List<Role.Slot> slots,
        boolean delivers,
        List<SettingSpec> settings,
        List<String> traits) {

    public StageEntry {
        slots = List.copyOf(slots);
        settings = List.copyOf(settings);
        traits = List.copyOf(traits);
    }

    /** @throws WrongRecord if the record of settings lacks its annotations */
    static StageEntry of(Stage<?> stage) {
        return new StageEntry(
                stage.role(),
                stage.name(),
                stage.summary(),
                stage.revision(),
                stage.draws(),
                stage.dependsOnThreads(),
                stage.slots(),
                stage instanceof ActivationRecorder,
                new SettingsType<>(stage.settings()).specs(),
                Traits.of(stage).lines());
    }

    /** Verb and name, for example {@code train sgd}. */
    String title() {
        return role.verb() + " " + name;
    }
}
