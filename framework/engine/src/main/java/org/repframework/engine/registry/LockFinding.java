package org.repframework.engine.registry;

import java.util.List;

/**
 * Where a plugin directory is not as {@code plugins.lock} records it.
 *
 * @param plugin name of the directory
 * @param files relative to the directory of plugins
 */
public record LockFinding(Kind kind, String plugin, List<String> files) {

    /** How it differs. */
    public enum Kind {
        CHANGED,
        MISSING,
        UNLISTED
    }

    /** The files, what is wrong with them, and the cure. */
    public String message() {
        var what = String.join(", ", files) + (files.size() == 1 ? " is " : " are ");
        return switch (kind) {
            case CHANGED ->
                what + "not as recorded in plugins.lock; install the plugin again (plugins install FILE --replace), or "
                        + "accept what is there: rep-framework plugins verify --accept";
            case MISSING ->
                what
                        + "recorded in plugins.lock and missing; install the plugin again (plugins install FILE --replace), "
                        + "or let it go: rep-framework plugins verify --accept";
            case UNLISTED ->
                what + "not recorded in plugins.lock; if you put it there, record it: "
                        + "rep-framework plugins verify --accept";
        };
    }
}
