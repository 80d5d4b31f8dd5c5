package org.repframework.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.repframework.engine.forecast.Expectation;
import org.repframework.engine.forecast.Forecast;
import org.repframework.engine.forecast.Forecaster;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains a task: why it runs or why not, what its key is made of, where its result lies.")
public final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private WorkflowOptions options;

    @Parameters(
            index = "1",
            paramLabel = "TASK",
            description = "A task as plan names it, or the line of the script that asks for it, for example :12.")
    private String wanted;

    @Override
    public Integer call() throws IOException {
        var loaded = options.load();
        if (loaded.workflow().plan().isEmpty()) {
            return options.refuse(loaded.workflow());
        }
        var store = loaded.injector().getInstance(Store.class);
        var forecast = Forecaster.forecast(loaded.workflow().plan().get(), store);
        var texts = find(forecast).stream()
                .map(one -> new TaskExplanation(forecast, one, store).text())
                .toList();
        System.out.print(String.join("\n", texts));
        return 0;
    }

    private List<Expectation> find(Forecast forecast) {
        var tasks = forecast.tasks();
        var colon = wanted.lastIndexOf(':');
        var line = colon < 0 ? "" : wanted.substring(colon + 1);
        if (line.matches("[0-9]{1,9}")) {
            var file = colon == 0 ? options.script.getFileName().toString() : wanted.substring(0, colon);
            var number = Integer.parseInt(line);
            var found = tasks.stream()
                    .filter(one -> one.task().place().line() == number
                            && one.task().place().file().equals(file))
                    .toList();
            if (found.isEmpty()) {
                throw new UserError(Problem.outside(
                                Code.UNKNOWN_TASK, "no task is asked for first in line " + number + " of " + file)
                        .todo("Without a line, rep-framework plan " + options.script + " --all lists the tasks."));
            }
            return found;
        }
        var found = tasks.stream().filter(one -> one.task().id().equals(wanted)).toList();
        if (found.isEmpty()) {
            throw new UserError(Problem.outside(Code.UNKNOWN_TASK, "the workflow has no task '" + wanted + "'")
                    .instead(wanted, tasks.stream().map(one -> one.task().id()).toList()));
        }
        return found;
    }
}
