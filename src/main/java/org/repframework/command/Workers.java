package org.repframework.command;

import org.repframework.engine.RunRequest;
import org.repframework.engine.problem.Code;
import picocli.CommandLine.Option;

/** The option that says how many tasks run side by side. */
final class Workers {

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many tasks run side by side (default: the cores divided by --threads).")
    private Integer given;

    /** @throws UserError if it is less than 1 */
    int count(int threads) {
        if (given != null && given < 1) {
            throw new UserError(Code.WRONG_OPTION, "--workers is " + given + "; it must be at least 1");
        }
        return given == null ? RunRequest.defaultWorkers(threads) : given;
    }
}
