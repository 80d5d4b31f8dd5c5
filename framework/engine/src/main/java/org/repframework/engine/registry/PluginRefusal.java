package org.repframework.engine.registry;

import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;

/** Why a plugin is not installed or removed; nothing was changed. */
public final class PluginRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    PluginRefusal(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    PluginRefusal(Code code, String cause, String todo) {
        this(Problem.outside(code, cause).todo(todo));
    }

    public Problem problem() {
        return problem;
    }
}
