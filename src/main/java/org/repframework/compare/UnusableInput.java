package org.repframework.compare;

import java.util.List;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;

/** What was given cannot be compared; the problems say why and what to do. */
public final class UnusableInput extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public UnusableInput(List<Problem> problems) {
        super(problems.get(0).message());
        this.problems = List.copyOf(problems);
    }

    UnusableInput(Problem problem) {
        this(List.of(problem));
    }

    UnusableInput(Code code, String cause, String todo) {
        this(Problem.outside(code, cause).todo(todo));
    }

    public List<Problem> problems() {
        return problems;
    }
}
