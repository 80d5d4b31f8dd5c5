package org.repframework.engine.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.repframework.engine.problem.Code;

/**
 * Brings the jars of a file, which is a jar or a zip with jars, into a folder, and writes nowhere else. What else is in
 * a zip, a licence for example, is left out.
 */
final class Unpacking {

    /** Names of devices in Windows, with any extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final long largest;
    private final int most;

    /**
     * @param largest bytes of all jars together
     * @param most entries in a zip
     */
    Unpacking(Path file, long largest, int most) {
        this.file = file;
        this.largest = largest;
        this.most = most;
    }

    void into(Path folder) throws IOException {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(file)) {
            throw new PluginRefusal(
                    Code.NO_PLUGIN_FILE, "there is no file " + file, "Give a jar, or a zip with the plugin's jars");
        }
        if (name.endsWith(".jar")) {
            try (var stream = Files.newInputStream(file)) {
                write(stream, folder.resolve(file.getFileName().toString()), largest);
            }
        } else if (name.endsWith(".zip")) {
            unzip(folder);
        } else {
            throw new PluginRefusal(
                    Code.NOT_A_JAR,
                    file + " is neither a .jar nor a .zip",
                    "Give a jar, or a zip with the plugin's jars");
        }
    }

    private void unzip(Path folder) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entries = List.copyOf(zip.stream().toList());
            check(entries);
            var rest = largest;
            for (var entry : jars(entries)) {
                var path = entry.getName();
                try (var stream = zip.getInputStream(entry)) {
                    rest -= write(stream, folder.resolve(path.substring(path.lastIndexOf('/') + 1)), rest);
                }
            }
        } catch (ZipException cause) {
            throw new PluginRefusal(
                    Code.NOT_A_JAR,
                    file + " is not a zip: " + cause.getMessage(),
                    "Copy or build it again; it may have been cut short");
        }
    }

    private void check(List<? extends ZipEntry> entries) {
        if (entries.size() > most) {
            throw new PluginRefusal(
                    Code.ARCHIVE_TOO_LARGE,
                    file + " has " + entries.size() + " entries; " + most + " are allowed",
                    "A plugin's zip holds its jars and nothing else");
        }
        var names = new HashSet<String>();
        for (var entry : entries) {
            var name = entry.getName();
            if (!isSafe(name) || !names.add(name.toLowerCase(Locale.ROOT))) {
                throw new PluginRefusal(
                        Code.UNSAFE_ARCHIVE,
                        file + " has the entry '" + name.replaceAll("\\p{Cntrl}", "?") + "', which "
                                + (isSafe(name) ? "is there twice" : "could be written to another place"),
                        "Do not trust this file; ask its author for one with plain relative paths");
            }
        }
    }

    private static boolean isSafe(String path) {
        if (path.contains("\\") || path.contains(":") || path.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (var part : (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1)) {
            if (part.isEmpty()
                    || part.endsWith(".")
                    || part.endsWith(" ")
                    || DEVICE.matcher(part).matches()) {
                return false;
            }
        }
        return true;
    }

    /** At the top of the zip, or all in one folder. */
    private List<ZipEntry> jars(List<? extends ZipEntry> entries) {
        var jars = new ArrayList<ZipEntry>();
        var folders = new TreeSet<String>();
        for (var entry : entries) {
            var name = entry.getName();
            if (name.endsWith(".jar")) {
                jars.add(entry);
                folders.add(name.substring(0, name.lastIndexOf('/') + 1));
            }
        }
        if (jars.isEmpty() || folders.size() > 1) {
            throw new PluginRefusal(
                    Code.NO_JARS,
                    jars.isEmpty()
                            ? file + " holds no jar"
                            : file + " holds jars in several folders: " + String.join(", ", folders),
                    "Put the plugin's jars, its own and those of its libraries, into one folder of the zip");
        }
        return jars;
    }

    /** Counts what really comes, whatever the archive says of its sizes. */
    private long write(InputStream stream, Path target, long allowed) throws IOException {
        var written = 0L;
        var buffer = new byte[1 << 16];
        try (var channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                written += read;
                if (written > allowed) {
                    throw new PluginRefusal(
                            Code.ARCHIVE_TOO_LARGE,
                            file + " holds more than " + largest + " bytes",
                            "A plugin brings code and no data; data sets are read from where they lie");
                }
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        return written;
    }
}
