package org.repframework.engine.registry;

import org.repframework.spi.Role;

/** Role and name: unique over all plugins. */
public record StageId(Role role, String name) implements Comparable<StageId> {

    public static StageId of(InstalledStage installed) {
        return new StageId(installed.role(), installed.name());
    }

    @Override
    public int compareTo(StageId other) {
        var byRole = role.compareTo(other.role);
        return byRole != 0 ? byRole : name.compareTo(other.name);
    }
}
