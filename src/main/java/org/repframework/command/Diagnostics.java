package org.repframework.command;

import java.nio.file.Path;
import java.util.List;
import org.repframework.engine.dsl.Workflow;
import org.repframework.engine.plan.Place;
import org.repframework.engine.plan.Problem;

/** Writes problems the way compilers do: file, line and column, the line itself, and carets under the very words. */
final class Diagnostics {

    private Diagnostics() {}

    static String text(Path script, Workflow workflow) {
        var lines = workflow.source().lines().toList();
        var text = new StringBuilder();
        for (var problem : workflow.problems()) {
            append(text, script, problem, lines);
        }
        var count = workflow.problems().size();
        return text.append(count == 1 ? "1 mistake" : count + " mistakes")
                .append("; nothing was run\n")
                .toString();
    }

    private static void append(StringBuilder text, Path script, Problem problem, List<String> lines) {
        var place = problem.place();
        if (place.equals(Place.OUTSIDE)) {
            text.append("rep-framework: ").append(problem.message()).append('\n');
            return;
        }
        text.append(script).append(':').append(place.line());
        if (place.column() > 0) {
            text.append(':').append(place.column());
        }
        text.append(": ").append(problem.message()).append('\n');
        if (place.line() <= lines.size()) {
            var line = lines.get(place.line() - 1);
            text.append("    ").append(line).append('\n');
            if (place.column() > 0) {
                text.append("    ")
                        .append(padding(line, place))
                        .append(carets(line, place))
                        .append('\n');
            }
        }
    }

    /** As wide as what stands before, tabs kept. */
    private static String padding(String line, Place place) {
        var before = line.substring(0, Math.min(place.column() - 1, line.length()));
        return before.replaceAll("[^\t]", " ");
    }

    private static String carets(String line, Place place) {
        var end = Math.min(place.end(), line.length() + 1);
        return "^" + "~".repeat(Math.max(0, end - place.column() - 1));
    }
}
