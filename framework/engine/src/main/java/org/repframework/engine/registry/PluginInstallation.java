package org.repframework.engine.registry;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.UUID;
import java.util.regex.Pattern;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.settings.WrongRecord;
import org.repframework.engine.store.AtomicFiles;

/** The plugins of an installation: adds, removes and verifies them. What it refuses changes nothing. */
public final class PluginInstallation {

    private static final long LARGEST = 1L << 30;
    private static final int MOST = 10_000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Path plugins;
    private final List<Path> shared;

    /** @param shared as {@link PluginLoader#loadAll} takes it */
    public PluginInstallation(Path plugins, List<Path> shared) {
        this.plugins = plugins;
        this.shared = List.copyOf(shared);
    }

    /** Whether a text can name a plugin or a stage. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * @param file a jar, or a zip with jars
     * @param replace whether a plugin of this name may be there already
     * @return what is now installed, for example {@code cka 1.0: correlate linear-cka}
     */
    public String install(Path file, boolean replace) throws IOException {
        var lock = PluginLock.read(plugins);
        var staging = temporary("install");
        create(staging);
        try {
            new Unpacking(file, LARGEST, MOST).into(staging);
            JarInspection.check(PluginCode.jars(staging));
            var offer = ask(staging);
            var target = plugins.resolve(offer.name());
            checkName(offer, replace);
            checkStages(offer);
            swap(staging, target);
            lock.with(target).write(plugins);
            return offer.name() + " " + offer.version() + ": "
                    + String.join(
                            ", ", offer.stages().stream().map(StageEntry::title).toList());
        } finally {
            AtomicFiles.deleteInside(plugins, staging);
        }
    }

    /** Of a directory that is a link only the link. */
    public void remove(String name) throws IOException {
        var lock = PluginLock.read(plugins);
        var names = PluginLoader.directories(plugins).stream()
                .map(directory -> directory.getFileName().toString())
                .toList();
        if (!names.contains(name)) {
            throw new PluginRefusal(Problem.outside(Code.NO_PLUGIN, "there is no plugin '" + name + "' to remove")
                    .instead(name, names));
        }
        var gone = temporary("removed");
        Files.move(plugins.resolve(name), gone, StandardCopyOption.ATOMIC_MOVE);
        lock.without(name).write(plugins);
        AtomicFiles.deleteInside(plugins, gone);
    }

    /** Where the plugins are not as {@code plugins.lock} records them; every byte is read. */
    public List<LockFinding> verify() throws IOException {
        var lock = PluginLock.read(plugins);
        var directories = new ArrayList<>(PluginLoader.directories(plugins));
        directories.addAll(lock.absent(plugins));
        var findings = new ArrayList<LockFinding>();
        for (var directory : directories) {
            findings.addAll(lock.findings(directory, new FileSums(plugins, Map.of())));
        }
        return findings;
    }

    /** Records what is there; returns the number of jars. */
    public int accept() throws IOException {
        var lock = PluginLock.of(PluginLoader.directories(plugins));
        lock.write(plugins);
        return lock.sums().size();
    }

    private Path temporary(String purpose) {
        return plugins.resolve("." + purpose + "-" + UUID.randomUUID());
    }

    private void create(Path staging) throws IOException {
        try {
            Files.createDirectory(staging);
        } catch (AccessDeniedException | ReadOnlyFileSystemException cause) {
            throw new PluginRefusal(
                    Code.READ_ONLY,
                    "the folder " + plugins + " cannot be written to",
                    "Ask who installed rep-framework, or unpack a distribution of your own");
        }
    }

    private PluginOffer ask(Path staging) throws IOException {
        try (var code = new PluginCode(staging, new ClassHashes(shared))) {
            var offers = code.offers();
            if (offers.size() > 1) {
                throw new PluginRefusal(
                        Code.SEVERAL_PLUGINS,
                        "the file holds " + offers.size() + " plugins: "
                                + String.join(
                                        ", ",
                                        offers.stream().map(PluginOffer::name).toList()),
                        "Pack each with its own jars");
            }
            return offers.get(0);
        } catch (WrongRecord cause) {
            throw new PluginRefusal(
                    Code.WRONG_SETTINGS,
                    cause.getMessage(),
                    "Every component of a settings record carries @Setting and has a type that a script can give");
        } catch (PluginRefusal refusal) {
            throw refusal;
        } catch (IOException | ServiceConfigurationError | LinkageError | RuntimeException cause) {
            throw new PluginRefusal(
                    Code.PLUGIN_FAILS,
                    "the plugin fails when it is loaded: " + BrokenPlugin.describe(cause),
                    "Tell its author; nothing was installed");
        }
    }

    private void checkName(PluginOffer offer, boolean replace) {
        if (!isName(offer.name())) {
            throw new PluginRefusal(
                    Code.WRONG_PLUGIN_NAME,
                    "the plugin calls itself '" + offer.name() + "', which is no name for one",
                    "A name has lower-case letters, digits and hyphens, and begins with a letter: subspace-match");
        }
        if (offer.stages().isEmpty()) {
            throw new PluginRefusal(
                    Code.NO_STAGES, "plugin " + offer.name() + " offers no stage", "Return one from Plugin.stages()");
        }
        if (!replace && Files.exists(plugins.resolve(offer.name()), LinkOption.NOFOLLOW_LINKS)) {
            throw new PluginRefusal(
                    Code.PLUGIN_INSTALLED,
                    "plugin " + offer.name() + " is installed already",
                    "Give --replace to have version " + offer.version() + " in its place");
        }
    }

    private void checkStages(PluginOffer offer) throws IOException {
        var taken = PluginLoader.loadAll(plugins, shared).stages();
        for (var entry : offer.stages()) {
            for (var other : taken) {
                var directory = other.plugin().directory().getFileName().toString();
                if (!directory.equals(offer.name()) && other.title().equals(entry.title())) {
                    throw new PluginRefusal(
                            Code.STAGE_TWICE,
                            "plugin " + offer.name() + " offers " + entry.title() + ", and so does plugin "
                                    + other.plugin().name() + " "
                                    + other.plugin().version() + ", which is installed",
                            "Remove that one first: rep-framework plugins remove " + directory);
                }
            }
        }
    }

    /** The new plugin becomes visible at once and whole; the old one stays until then. */
    private void swap(Path staging, Path target) throws IOException {
        var old = temporary("replaced");
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cause) {
            if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw cause;
        }
        AtomicFiles.deleteInside(plugins, old);
    }
}
