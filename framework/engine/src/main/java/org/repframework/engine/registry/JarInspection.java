package org.repframework.engine.registry;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.repframework.engine.problem.Code;
import org.repframework.spi.Plugin;

/** Looks at a plugin's jars without running any of their code, and refuses what cannot work. */
final class JarInspection {

    private static final String SERVICE = "META-INF/services/" + Plugin.class.getName();

    /** Class files of Java n have the major version 44 + n. */
    private static final int BEFORE_JAVA_1 = 44;

    private static final Pattern FRAMEWORK =
            Pattern.compile("org/repframework/(spi|numerics|engine|report|command|testkit)/.*\\.class");

    private static final Map<Pattern, String> FROM_HOST = Map.of(
            Pattern.compile("org/nd4j/.*\\.(class|so|dll|dylib)"), "ND4J",
            Pattern.compile("org/bytedeco/.*\\.(class|so|dll|dylib)"), "JavaCPP",
            Pattern.compile("kotlin/.*\\.class"), "Kotlin");

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/.*");

    private final Map<String, PluginManifest> manifests = new TreeMap<>();
    private final Map<String, String> jarsOfClasses = new TreeMap<>();
    private final Map<String, TreeSet<String>> providers = new LinkedHashMap<>();

    private JarInspection() {}

    static void check(List<Path> jars) throws IOException {
        var inspection = new JarInspection();
        for (var jar : jars) {
            try (var file = PluginCode.open(jar)) {
                inspection.look(file, jar.getFileName().toString());
            } catch (IOException unreadable) {
                throw new PluginRefusal(
                        Code.NOT_A_JAR, unreadable.getMessage(), "Copy or build it again; it may have been cut short");
            }
        }
        inspection.checkEntry();
    }

    private void look(JarFile file, String jar) throws IOException {
        manifests.put(jar, PluginManifest.of(file));
        for (var entry : (Iterable<JarEntry>) file.stream()::iterator) {
            var name = entry.getName();
            checkOrigin(name, jar);
            if (name.endsWith(".class") && isOfThisJava(name, file)) {
                checkJava(file, entry, jar);
                jarsOfClasses.put(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'), jar);
            }
        }
        if (file.getEntry(SERVICE) != null) {
            providers.put(jar, providers(file));
        }
    }

    private static void checkOrigin(String name, String jar) {
        if (FRAMEWORK.matcher(name).matches()) {
            throw new PluginRefusal(
                    Code.FRAMEWORK_CLASSES,
                    jar + " contains " + name + "; the framework's classes come from the framework",
                    "Declare org.repframework:* with the scope 'provided' (the testkit: 'test') and pack it again");
        }
        FROM_HOST.forEach((pattern, library) -> {
            if (pattern.matcher(name).matches()) {
                throw new PluginRefusal(
                        Code.HOST_LIBRARY,
                        jar + " brings " + library + " (" + name + "), "
                                + (library.equals("Kotlin")
                                        ? "which plugins do without"
                                        : "which comes from the framework: one process can load its native code only once"),
                        library.equals("Kotlin")
                                ? "Exclude org.jetbrains.kotlin:* from the plugin's dependencies and pack it again"
                                : "Declare it with the scope 'provided' and pack the plugin again");
            }
        });
    }

    /** Of the classes for several versions of Java only those that this one would load. */
    private static boolean isOfThisJava(String name, JarFile file) throws IOException {
        var versioned = VERSIONED.matcher(name);
        return !versioned.matches()
                || (file.isMultiRelease()
                        && Integer.parseInt(versioned.group(1))
                                <= Runtime.version().feature());
    }

    private static void checkJava(JarFile file, JarEntry entry, String jar) throws IOException {
        try (var stream = new DataInputStream(file.getInputStream(entry))) {
            stream.readInt(); // magic
            stream.readUnsignedShort(); // minor version
            var java = stream.readUnsignedShort() - BEFORE_JAVA_1;
            if (java > Runtime.version().feature()) {
                throw new PluginRefusal(
                        Code.NEWER_JAVA,
                        jar + " is compiled for Java " + java + " (" + entry.getName() + "), and this is Java "
                                + Runtime.version().feature(),
                        "Compile it with --release " + Runtime.version().feature()
                                + ", or start rep-framework with Java " + java);
            }
        }
    }

    private static TreeSet<String> providers(JarFile file) throws IOException {
        var names = new TreeSet<String>();
        try (var stream = file.getInputStream(file.getEntry(SERVICE))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }

    private void checkEntry() {
        if (providers.values().stream().allMatch(TreeSet::isEmpty)) {
            throw new PluginRefusal(
                    Code.NO_SERVICE_FILE,
                    "none of " + String.join(", ", manifests.keySet()) + " names a plugin in " + SERVICE,
                    "Add this file with one line: the full name of the class that implements "
                            + Plugin.class.getName());
        }
        providers.forEach((jar, names) -> names.forEach(name -> {
            var home = jarsOfClasses.get(name);
            if (home == null) {
                throw new PluginRefusal(
                        Code.NO_PLUGIN_CLASS,
                        SERVICE + " of " + jar + " names " + name + ", and there is no such class",
                        "Write the full name of the class that implements " + Plugin.class.getName());
            }
            checkManifest(manifests.get(home));
        }));
    }

    private static void checkManifest(PluginManifest manifest) {
        if (manifest.implementation().isEmpty()) {
            throw new PluginRefusal(
                    Code.NO_VERSION,
                    manifest.jar() + " has no Implementation-Version in its manifest",
                    "State the plugin's version there; reports and 'plugins list' show it");
        }
        if (!manifest.fitsSpi()) {
            throw new PluginRefusal(
                    Code.OTHER_SPI,
                    manifest.jar() + " is built for version " + manifest.spi().orElseThrow()
                            + " of the SPI, and this framework has version " + Plugin.SPI_VERSION,
                    "Take a version of the plugin that is built for it, or another version of rep-framework");
        }
    }
}
