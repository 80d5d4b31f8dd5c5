package org.repframework.engine.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.repframework.engine.plan.Source;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;

/**
 * Mistakes that keep Groovy from compiling a script, put right for the compiler alone, so that the rest is checked too: a
 * second declaration of a variable is read as an assignment, an argument that is given again is passed over, and a class
 * that does not exist is read as any object.
 */
final class Repairs {

    /** What makes a declaration of the variable that follows. */
    private static final Pattern TYPE =
            Pattern.compile("\\b(def|var|final|boolean|int|long|float|double|[A-Z]\\w*)\\s+$");

    private static final Pattern COMMA = Pattern.compile(",\\s*$");

    private final List<SyntaxError> errors = new ArrayList<>();

    /**
     * @param found all errors of one compilation
     * @return whether all are put right now
     */
    boolean add(List<SyntaxError> found, ScriptSources sources) {
        var right = found.stream().allMatch(error -> !errors.contains(error) && canRepair(error, sources));
        if (right) {
            errors.addAll(found);
        }
        return right;
    }

    private static boolean canRepair(SyntaxError error, ScriptSources sources) {
        return error.problem().code() == Code.UNKNOWN_CLASS
                ? error.name().matches("[A-Z]\\w*")
                : sources.all().stream()
                        .filter(source -> source.file().equals(error.extent().file()))
                        .anyMatch(source -> !repaired(source.text(), error).equals(source.text()));
    }

    boolean areNeeded() {
        return !errors.isEmpty();
    }

    List<Problem> problems() {
        return errors.stream().map(SyntaxError::problem).toList();
    }

    /** The text for the compiler, in which every word stands where it stood. */
    String text(Source source) {
        var text = source.text();
        for (var error : errors) {
            if (error.extent().file().equals(source.file())) {
                text = repaired(text, error);
            }
        }
        return text;
    }

    ImportCustomizer imports() {
        var imports = new ImportCustomizer();
        errors.stream()
                .filter(error -> error.problem().code() == Code.UNKNOWN_CLASS)
                .map(SyntaxError::name)
                .distinct()
                .forEach(name -> imports.addImport(name, Object.class.getName()));
        return imports;
    }

    private static String repaired(String text, SyntaxError error) {
        var extent = error.extent();
        var start = offset(text, extent.line(), extent.column());
        return switch (error.problem().code()) {
            case DECLARED_TWICE -> blank(text, TYPE, start, start);
            case GIVEN_TWICE -> blank(text, COMMA, start, offset(text, extent.endLine(), extent.endColumn()));
            default -> text;
        };
    }

    private static int offset(String text, int line, int column) {
        var start = 0;
        for (var i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + column - 1;
    }

    /** Without what stands before a stretch of the text, and that stretch; nothing changes if something else stands there. */
    private static String blank(String text, Pattern before, int start, int end) {
        var found = before.matcher(text).region(0, start).useAnchoringBounds(true);
        return found.find()
                ? text.substring(0, found.start())
                        + text.substring(found.start(), end).replaceAll("[^\r\n]", " ")
                        + text.substring(end)
                : text;
    }
}
