package org.repframework.engine.registry;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.repframework.spi.Role;

/** The installed stages, by role and name. */
public final class Registry {

    private final Map<StageId, InstalledStage> stages;
    private final LoadedPlugins plugins;

    @Inject
    public Registry(Map<StageId, InstalledStage> stages, LoadedPlugins plugins) {
        this.stages = new TreeMap<>(stages);
        this.plugins = plugins;
    }

    public Optional<InstalledStage> find(Role role, String name) {
        return Optional.ofNullable(stages.get(new StageId(role, name)));
    }

    /** Names of the stages of a role, ascending. */
    public List<String> names(Role role) {
        return stages.keySet().stream()
                .filter(id -> id.role() == role)
                .map(StageId::name)
                .toList();
    }

    /** All of them, by role and name. */
    public List<InstalledStage> stages() {
        return List.copyOf(stages.values());
    }

    public List<InstalledPlugin> plugins() {
        return plugins.plugins();
    }

    public List<BrokenPlugin> broken() {
        return plugins.broken();
    }

    /** The broken plugin that had this stage when it was last whole, if no other has it now. */
    public Optional<BrokenPlugin> broken(Role role, String name) {
        var id = new StageId(role, name);
        return broken().stream()
                .filter(broken -> broken.offered().contains(id) && !stages.containsKey(id))
                .findFirst();
    }

    /** What is installed and not recorded in {@code plugins.lock}. */
    public List<String> warnings() {
        return plugins.warnings();
    }
}
