package org.repframework.engine.settings;

import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;

/** What is wrong with one setting; who knows the script adds the place. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String setting;
    private final transient Problem problem;

    /** @param setting its name, or an empty text for the call as a whole */
    WrongSetting(String setting, Problem problem) {
        super(problem.message(), null, false, false);
        this.setting = setting;
        this.problem = problem;
    }

    static WrongSetting of(String setting, Code code, String cause) {
        return new WrongSetting(setting, Problem.of(code, Place.OUTSIDE, cause));
    }

    public String setting() {
        return setting;
    }

    public Problem problem() {
        return problem;
    }
}
