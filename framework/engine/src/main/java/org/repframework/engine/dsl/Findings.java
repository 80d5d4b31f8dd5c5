package org.repframework.engine.dsl;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.problem.Problems;

/** What the check of the syntax tree finds: one problem a place, however often the checker comes by. */
final class Findings {

    private static final Set<Code> OUT_OF_REACH =
            EnumSet.of(Code.VARIABLE_OUT_OF_REACH, Code.VERB_OUT_OF_REACH, Code.HIDDEN_VERB);

    private final ScriptSources sources;
    private final ScriptWords words;
    private final Map<Place, Problem> byPlace = new LinkedHashMap<>();

    Findings(ScriptSources sources, ScriptWords words) {
        this.sources = sources;
        this.words = words;
    }

    ScriptWords words() {
        return words;
    }

    Place place(ASTNode node) {
        return sources.place(node);
    }

    void add(Problem problem) {
        byPlace.putIfAbsent(problem.place(), problem);
    }

    void add(Code code, ASTNode node, String cause) {
        add(Problem.of(code, place(node), cause));
    }

    /**
     * Adds to the problems of the evaluation what it did not come to. Where both know of a mistake, the evaluation says
     * it better, unless it knows the line alone, or does not see why a word is out of reach.
     */
    void uniteWith(Problems problems) {
        byPlace.values().forEach(found -> {
            if (OUT_OF_REACH.contains(found.code())) {
                problems.removeAt(found.place());
            }
            problems.removeAt(Place.ofLine(found.place().file(), found.place().line()));
            if (!problems.areAt(found.place())) {
                problems.add(found);
            }
        });
    }
}
