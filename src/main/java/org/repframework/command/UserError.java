package org.repframework.command;

import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;

/** What was asked cannot be; the problem says why and what to do. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public UserError(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    public UserError(Code code, String cause) {
        this(Problem.outside(code, cause));
    }

    public Problem problem() {
        return problem;
    }
}
