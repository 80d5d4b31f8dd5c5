package org.repframework.command;

import java.util.List;
import java.util.stream.Collectors;
import org.repframework.engine.plan.Parameter;

/** The parameters of a workflow for {@code --help}: name, type with its range or choices, default, description. */
final class ParameterTable {

    private ParameterTable() {}

    static String text(List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return "The workflow has no parameters.\n";
        }
        var rows = parameters.stream().map(ParameterTable::cells).toList();
        var widths = new int[3];
        for (var row : rows) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream()
                .map(row -> line(row, widths))
                .collect(Collectors.joining("", "Parameters of the workflow (-P name=value):\n", ""));
    }

    private static List<String> cells(Parameter parameter) {
        return List.of(
                parameter.name(),
                parameter.spec().typeTitle(),
                "default " + shown(parameter.defaultValue()),
                parameter.spec().summary());
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (var i = 0; i < widths.length; i++) {
            line.append("  ")
                    .append(row.get(i))
                    .append(" ".repeat(widths[i] - row.get(i).length()));
        }
        return line.append("  ").append(row.get(widths.length)).toString().stripTrailing() + "\n";
    }

    /** As {@code -P} takes it. */
    private static String shown(Object value) {
        if (value instanceof List<?> several) {
            return several.isEmpty()
                    ? "''"
                    : several.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value.equals("") ? "''" : value.toString();
    }
}
