package org.repframework.command;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.repframework.engine.dsl.Workflow;
import org.repframework.engine.dsl.WorkflowLoader;
import org.repframework.engine.execution.Installation;
import org.repframework.engine.execution.NumericEnvironment;
import org.repframework.engine.plan.PlanContext;
import org.repframework.engine.registry.Registry;
import org.repframework.engine.store.Store;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of every command that reads a workflow. */
final class WorkflowOptions {

    @Parameters(paramLabel = "WORKFLOW", description = "The workflow script, for example workflows/quickstart.groovy.")
    Path script;

    @Option(
            names = "-P",
            paramLabel = "NAME=VALUE",
            mapFallbackValue = "true",
            description = "Sets a parameter of the workflow. Relative paths count from the current directory.")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = ".rep",
            description = "Where results are kept, so that nothing is computed twice (default: ${DEFAULT-VALUE}).")
    Path store;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The workflow's seed, from which all others are derived; not 0 (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of one task. Trained weights depend on it (default: ${DEFAULT-VALUE}).")
    int threads;

    /** What came of the script, and the injector it was made with. */
    record Loaded(Injector injector, Workflow workflow) {}

    /** @throws UserError if there is no such script, or an option is out of its range */
    Loaded load() throws IOException {
        if (!Files.isRegularFile(script)) {
            throw new UserError(
                    "there is no workflow " + script + " (in " + Path.of("").toAbsolutePath() + ")");
        }
        if (seed == 0) {
            throw new UserError("--seed 0 is refused: Deeplearning4j reads 0 as \"no seed\"; take any other number");
        }
        if (threads < 1) {
            throw new UserError("--threads is " + threads + "; it must be at least 1");
        }
        var injector = Wiring.connect(store);
        Wiring.warnOfBroken(injector.getInstance(Registry.class));
        var context = new PlanContext(
                script.toAbsolutePath().normalize(),
                WorkflowLoader.question(script),
                seed,
                parameters,
                Path.of("").toAbsolutePath(),
                NumericEnvironment.of(injector.getInstance(Installation.class), threads));
        var files = injector.getInstance(Store.class).contentHashes();
        var workflow = injector.getInstance(WorkflowLoader.class).load(context, files);
        if (workflow.plan().isPresent()) {
            files.save();
        }
        return new Loaded(injector, workflow);
    }

    /** Prints what is wrong with the script; returns the exit code. */
    int refuse(Workflow workflow) {
        System.err.print(Diagnostics.text(script, workflow));
        return 2;
    }
}
