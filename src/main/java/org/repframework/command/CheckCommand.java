package org.repframework.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Finds the mistakes of a workflow, all of them, without running anything.")
public final class CheckCommand implements Callable<Integer> {

    @Mixin
    private WorkflowOptions options;

    @Override
    public Integer call() throws Exception {
        var workflow = options.load().workflow();
        if (workflow.plan().isEmpty()) {
            return options.refuse(workflow);
        }
        if (options.format == Diagnostics.Format.JSON) {
            System.out.print(options.diagnostics(workflow, Diagnostics.Format.JSON));
        } else {
            var tasks = workflow.plan().get().tasks().size();
            System.out.println(options.script + " is right: " + tasks + (tasks == 1 ? " task" : " tasks"));
        }
        return 0;
    }
}
