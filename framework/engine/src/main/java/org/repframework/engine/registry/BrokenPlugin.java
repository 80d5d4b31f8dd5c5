package org.repframework.engine.registry;

import java.nio.file.Path;
import java.util.List;

/**
 * A plugin directory that could not be loaded: a warning for who does not use it.
 *
 * @param cause which jar or class, why, and what to do
 * @param offered the stages that it had when it was last whole; empty: that is not known
 */
public record BrokenPlugin(Path directory, String cause, List<StageId> offered) {

    public BrokenPlugin {
        offered = List.copyOf(offered);
    }

    public BrokenPlugin(Path directory, String cause) {
        this(directory, cause, List.of());
    }

    /** The innermost cause in words: a service file that names a missing class arrives wrapped. */
    static String describe(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError) {
            return "class " + cause.getMessage().replace('/', '.') + " is missing; is a jar incomplete?";
        }
        if (cause instanceof UnsupportedClassVersionError) {
            return cause.getMessage() + "; this is Java " + Runtime.version().feature();
        }
        if (cause instanceof LinkageError) {
            return cause + "; was it built against another version of the framework or of a library?";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
