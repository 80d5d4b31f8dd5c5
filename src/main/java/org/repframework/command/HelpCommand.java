package org.repframework.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "help",
        mixinStandardHelpOptions = true,
        description = "Explains a code of a message, or a command; lists all codes.")
public final class HelpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "A code, for example REP-2003, or a command.")
    private String topic;

    @Override
    public Integer call() {
        var commands = spec.parent().commandLine();
        if (topic == null) {
            System.out.print(list());
        } else if (commands.getSubcommands().containsKey(topic)) {
            commands.getSubcommands().get(topic).usage(System.out);
        } else {
            System.out.print(explain(topic, commands.getSubcommands().keySet()));
        }
        return 0;
    }

    private static String explain(String name, Collection<String> commands) {
        var topics = new ArrayList<>(commands);
        Arrays.stream(Code.values()).map(Code::toString).forEach(topics::add);
        var code = Code.find(name)
                .orElseThrow(() -> new UserError(
                        Problem.outside(Code.UNKNOWN_TOPIC, "there is neither a command nor a code '" + name + "'")
                                .suggest(name, topics)
                                .todo("rep-framework help lists all codes, rep-framework --help all commands")));
        return code + " (" + code.severity() + "): " + code.title() + "\n\n" + code.explanation();
    }

    private static String list() {
        var text = new StringBuilder("rep-framework help CODE explains a code, with an example.\n");
        var group = "";
        for (var code : Code.values()) {
            if (!code.group().equals(group)) {
                group = code.group();
                text.append('\n').append(group).append('\n');
            }
            text.append("  ").append(code).append("  ").append(code.title());
            text.append(code.severity() == Severity.WARNING ? " (warning)\n" : "\n");
        }
        return text.toString();
    }
}
