package org.repframework.engine.registry;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.repframework.engine.store.Hashing;

/**
 * Hashes of the classes in a jar together with those of jars that its stages compute with: unlike the jars' own bytes
 * they do not change when only a time stamp or a manifest does.
 */
final class ClassHashes {

    private final List<Path> shared;

    ClassHashes(List<Path> shared) {
        this.shared = List.copyOf(shared);
    }

    String of(Path jar) throws IOException {
        var digest = Hashing.digest();
        update(digest, jar);
        for (var other : shared) {
            update(digest, other);
        }
        return Hashing.hex(digest);
    }

    private static void update(MessageDigest digest, Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var classes = file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .toList();
            for (var name : classes) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                try (var stream = file.getInputStream(file.getEntry(name))) {
                    digest.update(stream.readAllBytes());
                }
            }
        }
    }

    /** @throws IOException if the class was not loaded from a jar */
    static Path jarOf(Class<?> type) throws IOException {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException cause) {
            throw new IOException("cannot tell the jar of " + type.getName(), cause);
        }
    }
}
