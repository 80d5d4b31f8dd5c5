package org.repframework.engine.registry;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;

/**
 * Isolates a plugin: its classes come from its own jars and the Java platform, but for the packages that host and
 * plugins exchange objects of, and the natives, which one JVM can load only once.
 */
final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final List<String> FROM_HOST =
            List.of("org.repframework.spi.", "org.repframework.numerics.", "org.nd4j.", "org.bytedeco.", "org.slf4j.");

    private static final String HOST_SERVICES = "META-INF/services/org.nd4j.";

    private final ClassLoader host;

    PluginClassLoader(String name, URL[] jars, ClassLoader host) {
        super("plugin " + name, jars, ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return FROM_HOST.stream().anyMatch(name::startsWith) ? host.loadClass(name) : super.loadClass(name, resolve);
    }

    @Override
    public URL getResource(String name) {
        return isHostResource(name) ? host.getResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return isHostResource(name) ? host.getResources(name) : super.getResources(name);
    }

    private static boolean isHostResource(String name) {
        return name.startsWith(HOST_SERVICES)
                || FROM_HOST.stream().anyMatch(prefix -> name.startsWith(prefix.replace('.', '/')));
    }
}
