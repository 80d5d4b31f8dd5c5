package org.repframework.engine.registry;

/**
 * The one way into a plugin's code: meanwhile the thread's context class loader is the plugin's, since libraries look
 * for their services and resources through it.
 */
final class ContextLoader {

    /** Something that runs code of a plugin. */
    @FunctionalInterface
    interface Code<R, X extends Exception> {
        R run() throws X;
    }

    private ContextLoader() {}

    static <R, X extends Exception> R call(ClassLoader plugin, Code<R, X> code) throws X {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin);
        try {
            return code.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
