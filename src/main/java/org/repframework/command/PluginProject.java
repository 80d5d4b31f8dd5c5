package org.repframework.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.registry.PluginInstallation;
import org.repframework.engine.store.AtomicFiles;
import org.repframework.spi.Plugin;

/**
 * A new plugin: a Maven project with one metric, its contract and a workflow that tries it.
 *
 * @param name of the plugin, its metric and its folder
 * @param packageName of its classes
 * @param repository where the framework's own artifacts are
 */
record PluginProject(String name, String packageName, Path repository) {

    private static final Pattern WORD = Pattern.compile("(?:^|-)([a-z0-9])");

    PluginProject {
        if (!PluginInstallation.isName(name)) {
            throw new UserError(
                    Problem.outside(Code.WRONG_PLUGIN_NAME, "'" + name + "' is no name for a plugin")
                            .todo(
                                    "A name has lower-case letters, digits and hyphens, and begins with a letter: subspace-match"));
        }
        if (isOfSpi(type(name) + "Metric")) {
            throw new UserError(Problem.outside(
                            Code.WRONG_PLUGIN_NAME,
                            "'" + name + "' would give a class " + type(name) + "Metric, which the SPI has")
                    .todo("Take another name: my-" + name));
        }
        if (!SourceVersion.isName(packageName)) {
            throw new UserError(
                    Problem.outside(Code.WRONG_PACKAGE, "'" + packageName + "' is no name for a Java package")
                            .todo("Give one with --package: --package org.example.metrics"));
        }
    }

    /** The package that goes with a name: {@code subspacematch}. */
    static String packageOf(String name) {
        return name.replace("-", "");
    }

    /** Path to content. */
    Map<String, String> files() throws IOException {
        var sources = "java/" + packageName.replace('.', '/') + "/";
        var files = new LinkedHashMap<String, String>();
        files.put("README.md", fill("README.md"));
        files.put("pom.xml", fill("pom.xml"));
        files.put("try.groovy", fill("try.groovy"));
        files.put("src/main/" + sources + type(name) + "Metric.java", fill("Metric.java.template"));
        files.put("src/main/" + sources + type(name) + "Plugin.java", fill("Plugin.java.template"));
        files.put(
                "src/main/resources/META-INF/services/org.repframework.spi.Plugin",
                packageName + "." + type(name) + "Plugin\n");
        files.put("src/test/" + sources + type(name) + "MetricTest.java", fill("Contract.java.template"));
        return files;
    }

    /** Writes all of it or nothing; the folder must not exist. */
    Path write(Path parent) throws IOException {
        var folder = parent.resolve(name);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new UserError(Problem.outside(Code.FOLDER_EXISTS, "there is a '" + name + "' in this folder already")
                    .todo("Give another name, or remove it; nothing is written over"));
        }
        var temporary = parent.resolve("." + name + "-" + UUID.randomUUID());
        try {
            for (var file : files().entrySet()) {
                AtomicFiles.write(
                        temporary.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            AtomicFiles.deleteInside(parent, temporary);
        }
        return folder;
    }

    /** What its classes begin with: {@code SubspaceMatch}. */
    private static String type(String name) {
        return WORD.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static boolean isOfSpi(String className) {
        return Plugin.class.getResource(className + ".class") != null;
    }

    private String fill(String template) throws IOException {
        try (var stream = PluginProject.class.getResourceAsStream("plugin-project/" + template)) {
            return new String(Objects.requireNonNull(stream, template).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{name}}", name)
                    .replace("{{package}}", packageName)
                    .replace("{{Type}}", type(name))
                    .replace("{{repository}}", repository.toUri().toString());
        }
    }
}
