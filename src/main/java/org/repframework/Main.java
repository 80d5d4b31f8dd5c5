package org.repframework;

import java.nio.file.FileSystemException;
import java.util.Set;
import org.repframework.command.CheckCommand;
import org.repframework.command.CleanCommand;
import org.repframework.command.CompareCommand;
import org.repframework.command.Diagnostics;
import org.repframework.command.Diagnostics.Format;
import org.repframework.command.DiffCommand;
import org.repframework.command.ExplainCommand;
import org.repframework.command.GraphCommand;
import org.repframework.command.HelpCommand;
import org.repframework.command.LogCommand;
import org.repframework.command.PlanCommand;
import org.repframework.command.PluginsCommand;
import org.repframework.command.RecordCommand;
import org.repframework.command.ReproduceCommand;
import org.repframework.command.RunCommand;
import org.repframework.command.ShowCommand;
import org.repframework.command.StagesCommand;
import org.repframework.command.Targets;
import org.repframework.command.UserError;
import org.repframework.engine.dsl.WorkflowLoader;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.registry.PluginRefusal;
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
            ExplainCommand.class,
            GraphCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            LogCommand.class,
            ShowCommand.class,
            DiffCommand.class,
            RecordCommand.class,
            ReproduceCommand.class,
            CleanCommand.class,
            StagesCommand.class,
            PluginsCommand.class,
            HelpCommand.class
        })
public final class Main {

    private static final Set<String> READING_WORKFLOWS = Set.of("run", "plan", "check", "explain", "graph");

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rep-framework " + Versions.framework() + ", Java " + Runtime.version()};
        }
    }

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length > 1 && READING_WORKFLOWS.contains(arguments[0])) {
            WorkflowLoader.loadCompiler();
        }
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        var line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((thrown, command, parsed) -> report(thrown, format(parsed)));
        if (arguments.length == 0) {
            line.usage(System.err);
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    /** What a user did is told in words; what we did wrong, with its stack. */
    private static int report(Exception thrown, Format format) throws Exception {
        if (thrown instanceof UserError error) {
            return report(error.problem(), format);
        }
        if (thrown instanceof PluginRefusal refusal) {
            return report(refusal.problem(), format);
        }
        if (thrown instanceof FileSystemException refused) {
            return report(Targets.problem(refused), format);
        }
        throw thrown;
    }

    private static int report(Problem problem, Format format) {
        var stream = format == Format.JSON ? System.out : System.err;
        stream.print(Diagnostics.write(problem, format));
        return CommandLine.ExitCode.USAGE;
    }

    private static Format format(CommandLine.ParseResult parsed) {
        var command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        return "json".equals(String.valueOf(command.<Object>matchedOptionValue("--format", null)))
                ? Format.JSON
                : Format.TEXT;
    }
}
