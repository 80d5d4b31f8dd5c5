package org.repframework.engine.dsl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;

/** Tells in our words what keeps Groovy from compiling a script. */
final class SyntaxErrors {

    private static final Pattern CLASS = Pattern.compile("unable to resolve class ([\\w.$]+)");
    private static final Pattern TWICE =
            Pattern.compile("already contains a (?:variable|parameter) of the name (\\w+)");

    private SyntaxErrors() {}

    static List<Problem> problems(MultipleCompilationErrorsException errors, ScriptSources sources) {
        return Optional.ofNullable(errors.getErrorCollector().getErrors()).orElse(List.of()).stream()
                .map(error -> error instanceof SyntaxErrorMessage syntax
                        ? problem(syntax.getCause(), sources)
                        : Problem.outside(Code.NOT_GROOVY, "the script cannot be compiled: " + error))
                .toList();
    }

    private static Problem problem(SyntaxException error, ScriptSources sources) {
        var place =
                sources.place(error.getStartLine(), error.getStartColumn(), error.getEndLine(), error.getEndColumn());
        var text = error.getOriginalMessage().lines().findFirst().orElse("").strip();
        var unknown = CLASS.matcher(text);
        if (unknown.find()) {
            return Problem.of(Code.UNKNOWN_CLASS, place, "there is no class '" + unknown.group(1) + "'")
                    .todo("import it at the top of the script, or correct its name");
        }
        var twice = TWICE.matcher(text);
        if (twice.find()) {
            return Problem.of(Code.DECLARED_TWICE, place, "there is a variable '" + twice.group(1) + "' already")
                    .todo("give this one another name, or leave out 'def' to change the other");
        }
        var words = text.isEmpty() ? "it" : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        return Problem.of(Code.NOT_GROOVY, place, "this is not Groovy: " + words)
                .todo("look for a missing bracket, quote or comma, here or on the line before");
    }
}
