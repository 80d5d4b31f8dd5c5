package org.repframework.engine.dsl;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;

/** Tells of an exception in a script the line that owns it, the lines that called it, and the cause in a sentence. */
final class ScriptFailure {

    private static final int CALLERS = 5;

    private final ScriptSources sources;
    private final ScriptWords words;

    ScriptFailure(ScriptSources sources, ScriptWords words) {
        this.sources = sources;
        this.words = words;
    }

    Problem problem(Throwable thrown) {
        var cause = origin(thrown);
        var lines = lines(cause);
        var place = lines.isEmpty() ? Place.OUTSIDE : sources.line(lines.get(0));
        var callers = lines.stream().skip(1).limit(CALLERS).map(sources::line).toList();
        if (cause instanceof MissingMethodException missing) {
            var names = Arrays.stream(missing.getType().getMethods())
                    .map(java.lang.reflect.Method::getName)
                    .collect(Collectors.toCollection(java.util.TreeSet::new));
            var text = missing.getType().getSimpleName() + " has no method '" + missing.getMethod() + "'"
                    + (names.contains(missing.getMethod()) ? " for " + types(missing.getArguments()) : "");
            return member(missing.getMethod(), text, lines)
                    .suggest(missing.getMethod(), names)
                    .calledFrom(callers);
        }
        if (cause instanceof MissingPropertyException missing && missing.getType() != null) {
            var text = missing.getType().getSimpleName() + " has no property '" + missing.getProperty() + "'";
            return member(missing.getProperty(), text, lines).calledFrom(callers);
        }
        return Problem.of(Code.SCRIPT_FAILS, place, message(cause)).calledFrom(callers);
    }

    private Problem member(String name, String text, List<Integer> lines) {
        var place = lines.isEmpty() ? Place.OUTSIDE : words.find(name, lines.get(0));
        return Problem.of(Code.UNKNOWN_MEMBER, place, text);
    }

    /** The innermost exception: who catches one and throws another names it as the cause. */
    private static Throwable origin(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The script's lines, from the inside out, each once. */
    private List<Integer> lines(Throwable cause) {
        var lines = new ArrayList<Integer>();
        for (var frame : cause.getStackTrace()) {
            if (sources.script().file().equals(frame.getFileName())
                    && frame.getLineNumber() > 0
                    && !lines.contains(frame.getLineNumber())) {
                lines.add(frame.getLineNumber());
            }
        }
        return lines;
    }

    private static String message(Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return "a function or closure calls itself without end";
        }
        var text = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("").strip();
        if (cause instanceof AssertionError) {
            var condition = text.replaceFirst("^assert\\s+", "").replaceFirst("\\. Expression: .*$", "");
            return "an assertion of the script does not hold: " + condition;
        }
        return text.isEmpty() ? "the script fails with " + words(cause) : "the script fails: " + text;
    }

    /** {@code NullPointerException} as {@code null pointer exception}. */
    private static String words(Throwable cause) {
        return "a "
                + cause.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(java.util.Locale.ROOT);
    }

    private static String types(Object[] arguments) {
        return arguments == null || arguments.length == 0
                ? "no arguments"
                : Arrays.stream(arguments)
                        .map(argument ->
                                argument == null ? "null" : argument.getClass().getSimpleName())
                        .collect(Collectors.joining(", "));
    }
}
