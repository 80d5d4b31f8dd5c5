package org.repframework.engine.registry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.engine.settings.SettingsType;
import org.repframework.engine.settings.SettingsType.Bound;
import org.repframework.spi.Recording;
import org.repframework.spi.Role;
import org.repframework.spi.Stage;

/** A stage and the plugin it came from. What it says of itself is at hand; its code is loaded with the first call. */
public final class InstalledStage {

    /** Something done with a stage: the only way to its code. */
    @FunctionalInterface
    public interface StageCall<R, X extends Exception> {
        R on(Stage<?> stage) throws X;
    }

    private final StageEntry entry;
    private final InstalledPlugin plugin;
    private final Code code;

    /** Where the stage comes from. */
    @FunctionalInterface
    interface Code {
        Stage<?> stage(StageId id) throws IOException;
    }

    InstalledStage(StageEntry entry, InstalledPlugin plugin, Code code) {
        this.entry = entry;
        this.plugin = plugin;
        this.code = code;
    }

    /** Of a stage that is loaded already. */
    public InstalledStage(Stage<?> stage, InstalledPlugin plugin) {
        this(StageEntry.of(stage), plugin, id -> stage);
    }

    public InstalledPlugin plugin() {
        return plugin;
    }

    public Role role() {
        return entry.role();
    }

    public String name() {
        return entry.name();
    }

    public String summary() {
        return entry.summary();
    }

    public int revision() {
        return entry.revision();
    }

    public boolean draws() {
        return entry.draws();
    }

    public boolean dependsOnThreads() {
        return entry.dependsOnThreads();
    }

    /** The artifacts it takes. */
    public List<Role.Slot> slots() {
        return entry.slots();
    }

    /** Whether it takes two recordings: a metric, or a matcher that works on recordings. */
    public boolean compares() {
        return slots().stream().anyMatch(slot -> slot.type() == Recording.class);
    }

    /** Whether it is an activation recorder, whose recordings become tasks through what compares them. */
    public boolean delivers() {
        return entry.delivers();
    }

    public List<SettingSpec> settings() {
        return entry.settings();
    }

    /** What the stage promises of its results, in words. */
    public List<String> traits() {
        return entry.traits();
    }

    /** Verb and name, for example {@code train sgd}. */
    public String title() {
        return entry.title();
    }

    /** The settings that a script or a task file gives, or all that is wrong with them. */
    public Bound<? extends Record> bind(Map<String, Object> given) {
        return call(stage -> new SettingsType<>(stage.settings()).bind(name(), given));
    }

    /**
     * Calls the stage, in the context of its plugin.
     *
     * @throws PluginFailure if its code cannot be loaded or lacks a class
     */
    public <R, X extends Exception> R call(StageCall<R, X> call) throws X {
        try {
            var stage = load();
            return ContextLoader.call(stage.getClass().getClassLoader(), () -> call.on(stage));
        } catch (LinkageError | ServiceConfigurationError cause) {
            throw new PluginFailure(plugin, cause);
        }
    }

    private Stage<?> load() {
        try {
            return code.stage(StageId.of(this));
        } catch (IOException cause) {
            throw new PluginFailure(plugin, cause);
        }
    }
}
