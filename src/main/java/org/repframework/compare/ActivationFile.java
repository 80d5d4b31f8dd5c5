package org.repframework.compare;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.NearFiles;
import org.repframework.engine.problem.Problem;
import org.repframework.spi.ActivationMatrix;

/**
 * Activations in a file that the user names: {@code X.npy}, {@code X.npz#name} or {@code X.csv}.
 *
 * @param warnings what a reader of the result should know of the file
 */
record ActivationFile(String name, ActivationMatrix rows, List<String> warnings) implements Closeable {

    private static final String ARRAY = ".npy";

    /** @throws UnusableInput if it cannot be read, with what to do */
    static ActivationFile open(String name) throws IOException, UnusableInput {
        var mark = name.toLowerCase(Locale.ROOT).lastIndexOf(".npz#");
        var file = Path.of(mark < 0 ? name : name.substring(0, mark + ".npz".length()));
        if (!Files.isRegularFile(file)) {
            throw new UnusableInput(Problem.outside(Code.MISSING_FILE, "there is no file " + file)
                    .suggest(String.valueOf(file.getFileName()), NearFiles.beside(file)));
        }
        var suffix = file.toString().toLowerCase(Locale.ROOT);
        try {
            if (suffix.endsWith(ARRAY)) {
                return new ActivationFile(name, NpyActivations.open(file, name), List.of());
            }
            if (suffix.endsWith(".npz")) {
                return member(file, name, mark < 0 ? Optional.empty() : Optional.of(name.substring(mark + 5)));
            }
            if (suffix.endsWith(".csv")) {
                var table = CsvActivations.read(file, name);
                return new ActivationFile(name, table, table.warning().stream().toList());
            }
        } catch (NotFiniteException value) {
            throw value.unusable();
        }
        throw new UnusableInput(
                Code.UNREADABLE_FILE,
                name + " is neither .npy nor .npz nor .csv",
                "save it in Python: numpy.save('x.npy', x), samples x units");
    }

    /** An array of a zip of arrays, unpacked beside the other temporary files: its rows are asked for in any order. */
    private static ActivationFile member(Path file, String name, Optional<String> wanted)
            throws IOException, UnusableInput {
        try (var zip = new ZipFile(file.toFile())) {
            var arrays = zip.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.endsWith(ARRAY))
                    .map(entry -> entry.substring(0, entry.length() - ARRAY.length()))
                    .toList();
            if (wanted.isEmpty() && arrays.size() != 1) {
                throw new UnusableInput(
                        Code.UNREADABLE_FILE,
                        name + " holds " + arrays.size() + " arrays: " + String.join(", ", arrays),
                        "say which: " + name + "#" + (arrays.isEmpty() ? "name" : arrays.get(0)));
            }
            var array = wanted.orElseGet(() -> arrays.get(0));
            if (!arrays.contains(array)) {
                throw new UnusableInput(Problem.outside(Code.UNREADABLE_FILE, file + " holds no array '" + array + "'")
                        .instead(array, arrays));
            }
            var unpacked = Files.createTempFile("rep-compare-", ARRAY);
            try (var content = zip.getInputStream(zip.getEntry(array + ARRAY))) {
                Files.copy(content, unpacked, StandardCopyOption.REPLACE_EXISTING);
                return new ActivationFile(
                        name, NpyActivations.open(unpacked, name, StandardOpenOption.DELETE_ON_CLOSE), List.of());
            } catch (IOException | UnusableInput | RuntimeException unusable) {
                Files.deleteIfExists(unpacked);
                throw unusable;
            }
        } catch (ZipException damaged) {
            throw new UnusableInput(Code.UNREADABLE_FILE, name + " is no .npz file: " + damaged.getMessage(), "");
        }
    }

    @Override
    public void close() throws IOException {
        if (rows instanceof NpyActivations file) {
            file.close();
        }
    }
}
