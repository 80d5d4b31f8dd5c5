package org.repframework.engine.registry;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.repframework.spi.Plugin;

/** What the manifest of the jar with a plugin's class says. */
record PluginManifest(String jar, Optional<String> implementation, Optional<String> spi) {

    static PluginManifest of(JarFile file) throws IOException {
        var manifest = file.getManifest();
        var attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
        var jar = file.getName().substring(file.getName().lastIndexOf(File.separatorChar) + 1);
        return new PluginManifest(
                jar,
                Optional.ofNullable(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION)),
                Optional.ofNullable(attributes.getValue(Plugin.SPI_ATTRIBUTE)));
    }

    String version() throws IOException {
        return implementation.orElseThrow(
                () -> new IOException(jar + " has no Implementation-Version in its manifest"));
    }

    /** A jar that does not say is taken for one of the version that is there. */
    boolean fitsSpi() {
        return spi.isEmpty() || spi.get().equals(Integer.toString(Plugin.SPI_VERSION));
    }

    void checkSpi() throws IOException {
        if (!fitsSpi()) {
            throw new IOException(
                    jar + " is built for version " + spi.get() + " of the SPI, and this framework has version "
                            + Plugin.SPI_VERSION + "; take a version of the plugin that is built for it");
        }
    }
}
