package org.repframework.engine.dsl;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.repframework.engine.plan.Source;
import org.repframework.engine.problem.Place;

/**
 * A script and the files that it includes. All are compiled into one class, so each file owns a range of lines: those of
 * the script are its own, those of the first included file follow, and so on. Here a line becomes a place again.
 */
final class ScriptSources {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @param start how many lines stand before it */
    private record Part(Path path, Source source, List<String> lines, int start) {

        int end() {
            return start + lines.size() + 1;
        }

        /** Groovy counts a letter beyond the basic plane as one column, Java and editors as two. */
        int column(int line, int column) {
            if (line < 1 || line > lines.size() || column < 1) {
                return column;
            }
            var text = lines.get(line - 1);
            var letters = Math.min(column - 1, text.codePointCount(0, text.length()));
            return column + text.offsetByCodePoints(0, letters) - letters;
        }
    }

    private final Path folder;
    private final Repairs repairs;
    private final List<Part> parts = new ArrayList<>();

    ScriptSources(Path script, Repairs repairs) throws IOException {
        this.repairs = repairs;
        this.folder = script.toAbsolutePath().normalize().getParent();
        include(script.toAbsolutePath().normalize());
    }

    List<Source> all() {
        return parts.stream().map(Part::source).toList();
    }

    /** The script itself. */
    Source script() {
        return parts.get(0).source();
    }

    /** The script itself as it is compiled. */
    String text() {
        return repairs.text(script());
    }

    /** The text of a further file, on lines of its own; empty if the file is there already. */
    Optional<String> include(Path file) throws IOException {
        if (parts.stream().anyMatch(part -> part.path().equals(file))) {
            return Optional.empty();
        }
        var start = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
        var source = new Source(folder.relativize(file).toString(), read(file));
        parts.add(new Part(file, source, source.text().lines().toList(), start));
        return Optional.of("\n".repeat(start) + repairs.text(source));
    }

    /** @throws IOException in words if the file is no text */
    static String read(Path file) throws IOException {
        try {
            var text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException noText) {
            throw new IOException("it is not a text in UTF-8");
        }
    }

    /** The folder of the file that owns a line. */
    Path folder(int line) {
        return owner(line).path().getParent();
    }

    Place place(int line, int column, int endLine, int endColumn) {
        if (line < 1) {
            return Place.ofLine(script().file(), 1);
        }
        var owner = owner(line);
        var first = line - owner.start();
        var last = endLine - owner.start();
        return new Place(
                owner.source().file(), first, owner.column(first, column), last, owner.column(last, endColumn));
    }

    Place place(ASTNode node) {
        return place(
                node.getLineNumber(), node.getColumnNumber(), node.getLastLineNumber(), node.getLastColumnNumber());
    }

    /** Of a line whose column is not known. */
    Place line(int line) {
        return place(line, 0, line, 0);
    }

    /** Where a word stands in the line of a place, nearest to it; the place itself if it does not. */
    Place word(String word, Place place) {
        var line = parts.stream()
                .filter(part -> part.source().file().equals(place.file()))
                .flatMap(part -> part.lines().stream().skip(place.line() - 1L))
                .findFirst()
                .orElse("");
        var found = Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(line);
        return found.results()
                .map(match -> new Place(place.file(), place.line(), match.start() + 1, place.line(), match.end() + 1))
                .min(Comparator.comparingInt(one -> Math.abs(one.column() - place.column())))
                .orElse(place);
    }

    private Part owner(int line) {
        var owner = parts.get(0);
        for (var part : parts) {
            if (part.start() < line) {
                owner = part;
            }
        }
        return owner;
    }
}
