package org.repframework.command;

import java.util.concurrent.Callable;
import org.repframework.command.Diagnostics.Format;
import org.repframework.engine.forecast.Forecaster;
import org.repframework.engine.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Shows what a run would do and why: which tasks are cached, which run, and what that takes.")
public final class PlanCommand implements Callable<Integer> {

    @Mixin
    private WorkflowOptions options;

    @Mixin
    private Workers workers;

    @Option(names = "--all", description = "Shows every task of a large plan, not a line for many.")
    private boolean all;

    @Override
    public Integer call() throws Exception {
        var loaded = options.load();
        if (loaded.workflow().plan().isEmpty()) {
            return options.refuse(loaded.workflow());
        }
        var sideBySide = workers.count(options.threads);
        var forecast = Forecaster.forecast(
                loaded.workflow().plan().get(), loaded.injector().getInstance(Store.class));
        System.out.println(
                options.format == Format.JSON
                        ? PlanDocument.text(forecast, sideBySide)
                        : new PlanListing(forecast).text(all, sideBySide).stripTrailing());
        return 0;
    }
}
