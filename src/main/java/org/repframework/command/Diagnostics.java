package org.repframework.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.repframework.engine.plan.Source;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.store.Json;

/** Writes problems the way compilers do: file, line and column, the line itself, and carets under the very words. */
public final class Diagnostics {

    /** How problems are written. */
    public enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LISTED = 20;
    private static final String INDENT = "    ";

    private final Path script;
    private final Map<String, List<String>> lines;

    /** @param script as it was given on the command line, so that places can be opened from there */
    Diagnostics(Path script, List<Source> sources) {
        this.script = script;
        this.lines = sources.stream()
                .collect(Collectors.toMap(
                        Source::file, source -> source.text().lines().toList()));
    }

    /** A problem outside of any script. */
    public static String write(Problem problem, Format format) {
        return new Diagnostics(Path.of(""), List.of()).write(List.of(problem), format);
    }

    String write(List<Problem> problems, Format format) {
        return problems.stream()
                .map(problem ->
                        format == Format.JSON ? Json.LINE.writeValueAsString(json(problem)) + "\n" : text(problem))
                .collect(Collectors.joining());
    }

    private String text(Problem problem) {
        var text = new StringBuilder();
        text.append(problem.place().equals(Place.OUTSIDE) ? "rep-framework" : title(problem.place()));
        text.append(": ").append(problem.severity()).append(' ').append(problem.code());
        text.append(": ").append(problem.message()).append('\n');
        excerpt(text, problem.place());
        var possible = problem.possible();
        if (!possible.isEmpty()
                && !possible.equals(problem.suggestion().stream().toList())) {
            var more = possible.size() > LISTED ? ", ... (" + possible.size() + " in all)" : "";
            var listed = possible.stream().limit(LISTED).collect(Collectors.joining(", "));
            text.append(INDENT).append("possible: ").append(listed).append(more).append('\n');
        }
        if (!problem.todo().isEmpty()) {
            text.append(INDENT).append(problem.todo()).append('\n');
        }
        for (var caller : problem.callers()) {
            text.append(INDENT).append("called from ").append(title(caller)).append('\n');
        }
        return text.toString();
    }

    private void excerpt(StringBuilder text, Place place) {
        var source = lines.getOrDefault(place.file(), List.of());
        if (place.line() < 1 || place.line() > source.size()) {
            return;
        }
        var line = source.get(place.line() - 1);
        text.append(INDENT).append(line).append('\n');
        if (place.column() > 0) {
            text.append(INDENT)
                    .append(padding(line, place))
                    .append(carets(line, place))
                    .append('\n');
        }
    }

    private String title(Place place) {
        var column = place.column() > 0 ? ":" + place.column() : "";
        return path(place) + ":" + place.line() + column;
    }

    private String path(Place place) {
        return script.resolveSibling(place.file()).toString();
    }

    private static String padding(String line, Place place) {
        return Cells.blank(line.substring(0, Math.min(place.column() - 1, line.length())));
    }

    /** Of what spans several lines the first. */
    private static String carets(String line, Place place) {
        var last = line.stripTrailing().length() + 1;
        var end = place.endLine() == place.line() ? Math.min(place.endColumn(), last) : last;
        var marked = end > place.column() ? Cells.of(line.substring(place.column() - 1, end - 1)) : 1;
        return "^" + "~".repeat(Math.max(0, marked - 1));
    }

    private Map<String, Object> json(Problem problem) {
        var place = problem.place();
        var json = new LinkedHashMap<String, Object>();
        json.put("code", problem.code().toString());
        json.put("severity", problem.severity().toString());
        json.put("file", place.equals(Place.OUTSIDE) ? null : path(place));
        json.put("line", place.line());
        json.put("column", place.column());
        json.put("endLine", place.endLine());
        json.put("endColumn", place.endColumn());
        json.put("message", problem.cause());
        json.put("suggestion", problem.suggestion().orElse(null));
        json.put("possible", problem.possible());
        json.put("todo", problem.todo());
        json.put("times", problem.times());
        json.put("callers", problem.callers().stream().map(this::title).toList());
        return json;
    }
}
