package org.repframework.command;

import java.util.concurrent.Callable;
import org.repframework.engine.KnownResults;
import org.repframework.engine.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Shows what a run would do: which tasks are cached, which would be computed.")
public final class PlanCommand implements Callable<Integer> {

    @Mixin
    private WorkflowOptions options;

    @Override
    public Integer call() throws Exception {
        var loaded = options.load();
        if (loaded.workflow().plan().isEmpty()) {
            return options.refuse(loaded.workflow());
        }
        var plan = loaded.workflow().plan().get();
        var known = new KnownResults(plan, loaded.injector().getInstance(Store.class)).look();
        var width =
                plan.tasks().stream().mapToInt(task -> task.id().length()).max().orElse(0);
        for (var task : plan.tasks()) {
            var state = known.containsKey(task.number()) ? "cached" : "run   ";
            System.out.println(
                    state + "  " + task.id() + " ".repeat(width - task.id().length()) + "  " + task.call());
        }
        var missing = plan.tasks().size() - known.size();
        System.out.println(plan.tasks().size() + " tasks: " + missing + " to run, " + known.size() + " cached");
        return 0;
    }
}
