package org.repframework;

import org.repframework.command.CheckCommand;
import org.repframework.command.PlanCommand;
import org.repframework.command.PluginsCommand;
import org.repframework.command.RunCommand;
import org.repframework.command.StagesCommand;
import org.repframework.command.UserError;
import org.repframework.engine.run.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Exit codes: 0 done; 1 a task failed; 2 nothing was run because what was asked cannot be;
 * 130 interrupted.
 */
@Command(
        name = "rep-framework",
        description = "Do neural networks learn the same features? Runs experiments described by workflow scripts.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            CheckCommand.class,
            StagesCommand.class,
            PluginsCommand.class
        })
public final class Main {

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rep-framework " + Versions.framework() + ", Java " + Runtime.version()};
        }
    }

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    private static int execute(String... arguments) {
        var line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((thrown, command, parsed) -> report(thrown));
        if (arguments.length == 0) {
            line.usage(System.err);
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    /** What a user did is told in a line; what we did wrong, with its stack. */
    private static int report(Exception thrown) throws Exception {
        if (thrown instanceof UserError error) {
            System.err.println("rep-framework: " + error.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        throw thrown;
    }
}
