package org.repframework.engine.dsl;

import groovyjarjarasm.asm.MethodTooLargeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;

/** Tells in our words what keeps Groovy from compiling a script. */
final class SyntaxErrors {

    private static final Pattern CLASS = Pattern.compile("unable to resolve class ([\\w.$]+)");
    private static final Pattern TWICE =
            Pattern.compile("already contains a (?:variable|parameter) of the name (\\w+)");

    private static final Pattern GIVEN_TWICE = Pattern.compile("(?i)duplicated named parameter '(.+)' found");

    /** What scripts use of Java's classes. */
    private static final List<String> CLASSES = List.of(
            "ArrayList",
            "BigDecimal",
            "BigInteger",
            "Boolean",
            "Collection",
            "Collections",
            "Double",
            "File",
            "Files",
            "Float",
            "HashMap",
            "HashSet",
            "Integer",
            "Iterable",
            "LinkedHashMap",
            "List",
            "Long",
            "Map",
            "Math",
            "Number",
            "Object",
            "Path",
            "Pattern",
            "Random",
            "Set",
            "String",
            "TreeMap",
            "TreeSet");

    private SyntaxErrors() {}

    static List<SyntaxError> read(MultipleCompilationErrorsException errors, ScriptSources sources) {
        return Optional.ofNullable(errors.getErrorCollector().getErrors()).orElse(List.of()).stream()
                .map(error -> error instanceof SyntaxErrorMessage syntax
                        ? read(syntax.getCause(), sources)
                        : new SyntaxError(unplaced(error, sources), "", Place.OUTSIDE))
                .toList();
    }

    private static Problem unplaced(Message error, ScriptSources sources) {
        var start = Place.ofLine(sources.script().file(), 1);
        if (error instanceof ExceptionMessage thrown && thrown.getCause() instanceof MethodTooLargeException) {
            return Problem.of(Code.TOO_LARGE, start, "the script is too large to compile")
                    .todo("write what repeats as a loop, and divide the rest into functions");
        }
        var words = error instanceof ExceptionMessage thrown ? String.valueOf(thrown.getCause()) : error.toString();
        return Problem.of(Code.NOT_GROOVY, start, "the script cannot be compiled: " + words);
    }

    private static SyntaxError read(SyntaxException error, ScriptSources sources) {
        var place =
                sources.place(error.getStartLine(), error.getStartColumn(), error.getEndLine(), error.getEndColumn());
        var text = error.getOriginalMessage().lines().findFirst().orElse("").strip();
        var unknown = CLASS.matcher(text);
        if (unknown.find()) {
            var name = unknown.group(1);
            var problem = Problem.of(Code.UNKNOWN_CLASS, sources.word(name, place), "there is no class '" + name + "'")
                    .suggest(name, CLASSES)
                    .todo("import it at the top of the script, or correct its name");
            return new SyntaxError(problem, name, place);
        }
        var twice = TWICE.matcher(text);
        if (twice.find()) {
            var name = twice.group(1);
            var problem = Problem.of(Code.DECLARED_TWICE, place, "there is a variable '" + name + "' already")
                    .todo("give this one another name, or leave out 'def' to change the other");
            return new SyntaxError(problem, name, place);
        }
        var given = GIVEN_TWICE.matcher(text);
        if (given.find()) {
            var name = given.group(1);
            var problem = Problem.of(
                            Code.GIVEN_TWICE, sources.word(name, place), "the argument '" + name + "' is given twice")
                    .todo("leave out one of them");
            return new SyntaxError(problem, name, place);
        }
        var words = text.isEmpty() ? "it" : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        var problem = Problem.of(Code.NOT_GROOVY, place, "this is not Groovy: " + words)
                .todo("look for a missing bracket, quote or comma, here or on the line before");
        return new SyntaxError(problem, "", place);
    }
}
