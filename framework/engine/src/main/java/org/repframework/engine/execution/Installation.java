package org.repframework.engine.execution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the framework is installed.
 *
 * @param home holds {@code lib}, {@code lib/worker} (what only workers need: natives and numerics), {@code plugins},
 *     {@code workflows} and {@code repository}
 */
public record Installation(Path home) {

    public Path plugins() {
        return home.resolve("plugins");
    }

    /** A Maven repository with what plugins are compiled against. */
    public Path repository() {
        return home.resolve("repository");
    }

    String workerClassPath() {
        return home.resolve("lib") + File.separator + "*" + File.pathSeparator
                + home.resolve("lib").resolve("worker") + File.separator + "*";
    }

    /** Jars of the framework that stages compute with. */
    public List<Path> numerics() throws IOException {
        var directory = home.resolve("lib").resolve("worker");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("rep-"))
                    .sorted()
                    .toList();
        }
    }
}
