package org.repframework.plugin.datasets;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.repframework.spi.Refusal;

/** A folder or a zip, seen alike: names with {@code /} between their parts, those of folders ending in it. */
sealed interface ImageArchive extends Closeable {

    Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "bmp");

    /** The folders and images inside, in no particular order; hidden ones are left out. */
    List<String> names() throws IOException;

    byte[] read(String name) throws IOException;

    static ImageArchive open(Path path) throws IOException {
        return Files.isDirectory(path) ? new Folder(path) : new Zip(new ZipFile(path.toFile()));
    }

    /** What is to be told of the names and images inside. */
    @FunctionalInterface
    interface Look<T> {
        T at(ImageArchive archive) throws IOException;
    }

    /** @throws Refusal if there is no folder or zip that can be read */
    static <T> T look(Path path, Look<T> look) {
        if (!Files.exists(path)) {
            throw Refusal.of("path", "there is no folder or zip " + path);
        }
        try (var archive = open(path)) {
            return look.at(archive);
        } catch (ZipException e) {
            throw Refusal.of("path", path + " is neither a folder nor a whole zip (" + e.getMessage() + ")");
        } catch (AccessDeniedException e) {
            throw Refusal.of("path", e.getFile() + " cannot be read (permission denied)");
        } catch (IOException e) {
            throw Refusal.of("path", path + " cannot be read: " + e);
        }
    }

    static boolean isImage(String name) {
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    record Folder(Path root) implements ImageArchive {

        /** A folder around the parts, a part, a class. */
        private static final int LEVELS = 3;

        @Override
        public List<String> names() throws IOException {
            var names = new ArrayList<String>();
            list(root, "", LEVELS, names);
            return names;
        }

        /** Asks the file system nothing about images: there may be a million of them. */
        private static void list(Path folder, String prefix, int levels, List<String> names) throws IOException {
            try (var children = Files.newDirectoryStream(folder)) {
                for (var child : children) {
                    var name = child.getFileName().toString();
                    if (name.startsWith(".")) {
                        continue;
                    }
                    if (isImage(name)) {
                        names.add(prefix + name);
                    } else if (levels > 0 && Files.isDirectory(child)) {
                        names.add(prefix + name + "/");
                        list(child, prefix + name + "/", levels - 1, names);
                    }
                }
            }
        }

        @Override
        public byte[] read(String name) throws IOException {
            try {
                return Files.readAllBytes(root.resolve(name));
            } catch (AccessDeniedException e) {
                throw new IOException("permission denied", e);
            }
        }

        @Override
        public void close() {}
    }

    record Zip(ZipFile file) implements ImageArchive {

        /** What macOS adds to a zip beside the files. */
        private static final String RESOURCE_FORKS = "__MACOSX/";

        @Override
        public List<String> names() {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.startsWith(".") && !name.contains("/.") && !name.startsWith(RESOURCE_FORKS))
                    .filter(name -> name.endsWith("/") || isImage(name))
                    .toList();
        }

        @Override
        public byte[] read(String name) throws IOException {
            var entry = file.getEntry(name);
            if (entry == null) {
                throw new FileNotFoundException(name);
            }
            try (var stream = file.getInputStream(entry)) {
                return stream.readAllBytes();
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
