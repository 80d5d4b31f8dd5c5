package org.repframework.engine.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.repframework.engine.plan.Source;
import org.repframework.engine.problem.Place;

/**
 * A script and the files that it includes. All are compiled into one class, so each file owns a range of lines: those of
 * the script are its own, those of the first included file follow, and so on. Here a line becomes a place again.
 */
final class ScriptSources {

    /** @param start how many lines stand before it */
    private record Part(Path path, Source source, int start) {

        int lines() {
            return (int) source.text().lines().count() + 1;
        }
    }

    private final Path folder;
    private final List<Part> parts = new ArrayList<>();

    ScriptSources(Path script) throws IOException {
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

    /** The text of a further file, on lines of its own; empty if the file is there already. */
    Optional<String> include(Path file) throws IOException {
        if (parts.stream().anyMatch(part -> part.path().equals(file))) {
            return Optional.empty();
        }
        var start = parts.stream().mapToInt(Part::lines).sum();
        var text = Files.readString(file);
        parts.add(new Part(file, new Source(folder.relativize(file).toString(), text), start));
        return Optional.of("\n".repeat(start) + text);
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
        return new Place(owner.source().file(), line - owner.start(), column, endLine - owner.start(), endColumn);
    }

    Place place(ASTNode node) {
        return place(
                node.getLineNumber(), node.getColumnNumber(), node.getLastLineNumber(), node.getLastColumnNumber());
    }

    /** Of a line whose column is not known. */
    Place line(int line) {
        return place(line, 0, line, 0);
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
