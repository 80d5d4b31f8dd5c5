package org.repframework.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.repframework.engine.forecast.Forecaster;
import org.repframework.engine.problem.Code;
import org.repframework.engine.store.AtomicFiles;
import org.repframework.engine.store.Store;
import org.repframework.report.plan.Mark;
import org.repframework.report.plan.PlanPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = "Draws the plan of a workflow as SVG, cached tasks and those to run marked.")
public final class GraphCommand implements Callable<Integer> {

    @Mixin
    private WorkflowOptions options;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "plan.svg",
            description = "The picture (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(out)) {
            throw new UserError(Code.WRONG_TARGET, "--out is " + out + ", which is a folder; name a file in it");
        }
        var loaded = options.load();
        if (loaded.workflow().plan().isEmpty()) {
            return options.refuse(loaded.workflow());
        }
        var plan = loaded.workflow().plan().get();
        var forecast = Forecaster.forecast(plan, loaded.injector().getInstance(Store.class));
        var marks = forecast.tasks().stream()
                .map(task -> task.isCached() ? Mark.CACHED : Mark.TO_RUN)
                .toList();
        var picture = new PlanPicture(plan.tasks(), marks).draw("plan");
        AtomicFiles.write(out.toAbsolutePath(), picture.getBytes(StandardCharsets.UTF_8));
        System.out.println("plan: " + out);
        return 0;
    }
}
