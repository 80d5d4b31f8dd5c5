package org.repframework.engine.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.repframework.engine.problem.Code;
import org.repframework.engine.registry.LockFinding.Kind;
import org.repframework.engine.store.AtomicFiles;

/**
 * The file {@code plugins.lock}: the SHA-256 sum of every jar of every plugin directory, in the format of the command
 * sha256sum, so that {@code sha256sum -c plugins.lock} checks it too.
 *
 * @param sums by path relative to the directory of plugins
 */
public record PluginLock(Map<String, String> sums) {

    public static final String NAME = "plugins.lock";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S.*)");

    public PluginLock {
        sums = new TreeMap<>(sums);
    }

    /** Of plugin directories as they are now, wherever they lie. */
    public static PluginLock of(Collection<Path> directories) throws IOException {
        var sums = new TreeMap<String, String>();
        for (var directory : directories) {
            var read = new FileSums(directory.toAbsolutePath().getParent(), Map.of());
            for (var jar : PluginCode.jars(directory)) {
                sums.put(read.name(jar), read.of(jar));
            }
        }
        return new PluginLock(sums);
    }

    /**
     * The one in a directory of plugins; where there is none, nothing is recorded.
     *
     * @throws PluginRefusal if it is not such a file
     */
    static PluginLock read(Path plugins) throws IOException {
        var file = plugins.resolve(NAME);
        if (!Files.exists(file)) {
            return new PluginLock(Map.of());
        }
        var sums = new TreeMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new PluginRefusal(
                        Code.WRONG_LOCK,
                        file + " is damaged: '" + line + "' is no SHA-256 sum and path",
                        "Record anew what is there: rep-framework plugins verify --accept");
            }
            sums.put(matcher.group(2), matcher.group(1));
        }
        return new PluginLock(sums);
    }

    public void write(Path plugins) throws IOException {
        var text = new StringBuilder();
        sums.forEach((path, sum) -> text.append(sum).append("  ").append(path).append('\n'));
        AtomicFiles.write(plugins.resolve(NAME), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** With the jars of this plugin directory as they are now, in place of what was recorded of it. */
    PluginLock with(Path directory) throws IOException {
        var changed = without(directory.getFileName().toString());
        changed.sums().putAll(of(List.of(directory)).sums());
        return changed;
    }

    PluginLock without(String plugin) {
        var rest = new TreeMap<>(sums);
        rest.keySet().removeIf(path -> path.startsWith(plugin + "/"));
        return new PluginLock(rest);
    }

    /** What differs in one plugin directory, which need not exist. */
    List<LockFinding> findings(Path directory, FileSums now) throws IOException {
        var plugin = directory.getFileName().toString();
        var found = new TreeMap<Kind, List<String>>();
        var missing = new TreeMap<>(sums);
        missing.keySet().removeIf(path -> !path.startsWith(plugin + "/"));
        if (Files.isDirectory(directory)) {
            for (var jar : PluginCode.jars(directory)) {
                var recorded = missing.remove(now.name(jar));
                if (recorded == null) {
                    found.computeIfAbsent(Kind.UNLISTED, kind -> new ArrayList<>())
                            .add(now.name(jar));
                } else if (!recorded.equals(now.of(jar))) {
                    found.computeIfAbsent(Kind.CHANGED, kind -> new ArrayList<>())
                            .add(now.name(jar));
                }
            }
        }
        if (!missing.isEmpty()) {
            found.put(Kind.MISSING, List.copyOf(missing.keySet()));
        }
        return found.entrySet().stream()
                .map(entry -> new LockFinding(entry.getKey(), plugin, entry.getValue()))
                .toList();
    }

    /** Plugin directories that are recorded and not there. */
    List<Path> absent(Path plugins) {
        return sums.keySet().stream()
                .map(path -> plugins.resolve(path).getParent())
                .distinct()
                .filter(directory -> !Files.exists(directory, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }
}
