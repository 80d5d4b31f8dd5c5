package org.repframework.command;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.repframework.command.Diagnostics.Format;
import org.repframework.engine.dsl.Workflow;
import org.repframework.engine.dsl.WorkflowLoader;
import org.repframework.engine.execution.Installation;
import org.repframework.engine.execution.NumericEnvironment;
import org.repframework.engine.plan.GivenParameters;
import org.repframework.engine.plan.PlanContext;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.NearFiles;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.problem.Severity;
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
            description = "Sets a parameter of the workflow; as often as there are parameters.")
    List<String> parameters = List.of();

    @Option(
            names = "--params",
            paramLabel = "FILE",
            description = "Sets parameters from a YAML file with a line 'name: value' for each; -P wins over it.")
    Path parameterFile;

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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What is printed: text, or json; mistakes are one JSON object a line "
                    + "(default: ${DEFAULT-VALUE}).")
    Format format;

    /** What came of the script, and the injector it was made with. */
    record Loaded(Injector injector, Workflow workflow) {}

    /**
     * Reads the workflow and prints what is wrong with it.
     *
     * @throws UserError if there is no such script, or an option is out of its range
     */
    Loaded load() throws IOException {
        var loaded = read();
        if (format == Format.TEXT || loaded.workflow().plan().isPresent()) {
            System.err.print(diagnostics(loaded.workflow(), Format.TEXT));
        }
        return loaded;
    }

    /** Reads the workflow and prints nothing. */
    Loaded read() throws IOException {
        if (Files.isDirectory(script)) {
            throw new UserError(Code.UNREADABLE_WORKFLOW, script + " is a folder; name a workflow in it");
        }
        if (!Files.isRegularFile(script)) {
            throw new UserError(Problem.outside(
                            Code.NO_WORKFLOW,
                            "there is no workflow " + script + " (in "
                                    + Path.of("").toAbsolutePath() + ")")
                    .instead(
                            String.valueOf(script.getFileName()),
                            NearFiles.beside(script).stream()
                                    .filter(name -> name.endsWith(".groovy"))
                                    .toList()));
        }
        if (seed == 0) {
            throw new UserError(
                    Code.WRONG_OPTION,
                    "--seed 0 is refused: Deeplearning4j reads 0 as \"no seed\"; take any other number");
        }
        if (threads < 1) {
            throw new UserError(Code.WRONG_OPTION, "--threads is " + threads + "; it must be at least 1");
        }
        var injector = Wiring.connect(store);
        Wiring.warnOfBroken(injector.getInstance(Registry.class));
        var context = new PlanContext(
                script.toAbsolutePath().normalize(),
                question(),
                seed,
                GivenParameters.read(
                        parameters,
                        Optional.ofNullable(parameterFile),
                        Path.of("").toAbsolutePath()),
                NumericEnvironment.of(injector.getInstance(Installation.class), threads));
        var files = injector.getInstance(Store.class).contentHashes();
        var workflow = injector.getInstance(WorkflowLoader.class).load(context, files);
        if (workflow.plan().isPresent()) {
            files.save();
        }
        return new Loaded(injector, workflow);
    }

    private String question() {
        try {
            return WorkflowLoader.question(script);
        } catch (IOException unreadable) {
            throw new UserError(Code.UNREADABLE_WORKFLOW, script + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** Prints how many mistakes there are; returns the exit code. */
    int refuse(Workflow workflow) {
        if (format == Format.JSON) {
            System.out.print(diagnostics(workflow, Format.JSON));
        } else {
            var errors = workflow.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .toList();
            System.err.println((errors.size() == 1 ? "1 mistake" : errors.size() + " mistakes")
                    + "; nothing was run. rep-framework help "
                    + errors.get(0).code() + " explains with an example");
        }
        return 2;
    }

    String diagnostics(Workflow workflow, Format written) {
        return new Diagnostics(script, workflow.sources()).write(workflow.problems(), written);
    }
}
