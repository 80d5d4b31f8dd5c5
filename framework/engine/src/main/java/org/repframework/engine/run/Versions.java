package org.repframework.engine.run;

/** The framework's own version, from the manifest of its jar. */
public final class Versions {

    private Versions() {}

    public static String framework() {
        var version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
