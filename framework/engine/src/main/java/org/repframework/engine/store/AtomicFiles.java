package org.repframework.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;

/** Writing so that a reader sees the whole file or none, and deleting that stays where it was told. */
public final class AtomicFiles {

    private AtomicFiles() {}

    /** Writes beside the target under a temporary name, forces it to disk and renames it. */
    public static void write(Path target, byte[] content) throws IOException {
        Files.createDirectories(target.getParent());
        var temporary = temporary(target);
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            rename(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Copies beside the target under a temporary name, forces the copy to disk and renames it. */
    public static void copy(Path source, Path target) throws IOException {
        var temporary = temporary(target);
        try {
            Files.copy(source, temporary);
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            rename(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Renames a file that is already forced to disk. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(to.getParent());
    }

    /**
     * Deletes a directory with all that is in it; of a symbolic link only the link.
     *
     * @throws IOException if {@code directory} does not lie inside {@code root}
     */
    public static void deleteInside(Path root, Path directory) throws IOException {
        var inside = directory.toAbsolutePath().normalize();
        if (!inside.startsWith(root.toAbsolutePath().normalize())
                || inside.equals(root.toAbsolutePath().normalize())) {
            throw new IOException(directory + " does not lie inside " + root + "; nothing was deleted");
        }
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(directory)) { // does not follow links
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Unlike {@code Files.createTempFile} with the permissions that any new file gets. */
    private static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    private static void forceDirectory(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
