package org.repframework.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.repframework.command.Diagnostics.Format;
import org.repframework.engine.Engine;
import org.repframework.engine.RunRequest;
import org.repframework.engine.dsl.Workflow;
import org.repframework.engine.dsl.WorkflowLoader;
import org.repframework.engine.execution.Installation;
import org.repframework.engine.execution.NumericEnvironment;
import org.repframework.engine.plan.GivenParameters;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.PlanContext;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.reproduction.Reproduction;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.run.Provenance;
import org.repframework.engine.store.AtomicFiles;
import org.repframework.engine.store.ContentHashes;
import org.repframework.engine.store.Store;
import org.repframework.engine.store.StoreLock.StoreBusy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a run again, from its provenance.json alone and in a store of its own, and compares what comes out.",
            "Exit code 0: every artifact is bit-identical or within the tolerance; 1: not."
        })
public final class ReproduceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run's id, its folder, or latest.")
    private String name;

    @Mixin
    private ResultsFolder results;

    @Mixin
    private Workers workers;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "The store with the run's results (default: the one it used).")
    private Path store;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "1e-6",
            description = "Largest relative difference of numbers that is still the same (default: ${DEFAULT-VALUE}).")
    private double tolerance;

    @Option(names = "--all", description = "Shows every artifact, also those that are bit-identical.")
    private boolean all;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var archived = results.find(name);
        var before = archived.provenance();
        refuseChangedData(before, new ContentHashes(archived.folder().resolve("files.json")));
        var folder = Files.createTempDirectory(archived.folder(), "reproduction-");
        var remove = new Thread(() -> delete(archived.folder(), folder));
        Runtime.getRuntime().addShutdownHook(remove);
        try {
            return reproduce(before, folder);
        } finally {
            delete(archived.folder(), folder);
        }
    }

    private int reproduce(Provenance before, Path folder) throws IOException, InterruptedException {
        var injector = Wiring.connect(folder.resolve("store"));
        var fresh = injector.getInstance(Store.class);
        var threads = Integer.parseInt(before.environment().getOrDefault("threads", "1"));
        var script = unpack(before, folder.resolve("sources"));
        var request = new RunRequest(
                script,
                Path.of(before.directory()),
                before.given(),
                before.defaults(),
                folder.resolve("results"),
                threads,
                workers.count(threads));
        var engine = injector.getInstance(Engine.class);
        var context = new PlanContext(
                script,
                WorkflowLoader.question(script),
                before.seed(),
                GivenParameters.of(before.given(), "provenance.json", request.directory()),
                Path.of(before.script()).getParent(),
                NumericEnvironment.of(injector.getInstance(Installation.class), threads));
        var workflow = injector.getInstance(WorkflowLoader.class).load(context, fresh.contentHashes());
        if (workflow.plan().isEmpty()) {
            throw refusal(workflow, script);
        }
        describeEnvironment(before, engine.environment(request), workflow.plan().get());
        var run = run(engine, workflow.plan().get(), request);
        var original = new Store(store == null ? Path.of(before.store()) : store);
        return describe(new Reproduction(before, original, run, fresh));
    }

    private static CompletedRun run(Engine engine, Plan plan, RunRequest request)
            throws IOException, InterruptedException {
        var progress = Progress.start();
        try {
            return engine.run(plan, request, progress);
        } catch (StoreBusy impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            progress.close();
        }
    }

    /** The sources as they were, apart from the places of the data, which stay. */
    private static Path unpack(Provenance before, Path folder) throws IOException {
        var script = Path.of(before.script()).getFileName();
        var home = folder.resolve("a/b/c/d/e/f"); // deep, so that what it includes from above lies inside too
        for (var source : before.sources()) {
            var file = home.resolve(source.file()).normalize();
            if (!file.startsWith(folder)) {
                throw new UserError(
                        Code.UNREADABLE_RUN,
                        "the provenance names the source " + source.file() + ", far outside the workflow's folder");
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text());
        }
        return home.resolve(script);
    }

    private static void refuseChangedData(Provenance before, ContentHashes hashes) throws IOException {
        var wrong = new ArrayList<String>();
        for (var file : before.files()) {
            var path = Path.of(file.path());
            if (!Files.exists(path)) {
                wrong.add(path + " is missing");
            } else if (!hashes.of(path).equals(file.content())) {
                wrong.add("the content of " + path + " changed");
            }
        }
        if (!wrong.isEmpty()) {
            throw new UserError(
                    Problem.outside(Code.DATA_CHANGED, "the run cannot be reproduced: " + String.join("; ", wrong))
                            .todo("Bring back the data as it was on " + before.started() + "."));
        }
    }

    private static void describeEnvironment(Provenance run, Map<String, String> environment, Plan plan) {
        var before = new TreeMap<>(run.environment());
        run.tasks().forEach(task -> before.put("plugin " + task.plugin().name(), version(task.plugin())));
        var now = new TreeMap<>(environment);
        plan.tasks().stream()
                .map(task -> task.stage().plugin())
                .map(plugin -> new Provenance.Plugin(plugin.name(), plugin.version(), plugin.classes()))
                .forEach(plugin -> now.put("plugin " + plugin.name(), version(plugin)));
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(now.keySet());
        names.remove("workers"); // no byte depends on it
        var differing = names.stream()
                .filter(one -> !before.getOrDefault(one, "").equals(now.getOrDefault(one, "")))
                .toList();
        System.out.println(differing.isEmpty() ? "the environment is the same" : "the environment differs:");
        for (var one : differing) {
            System.out.println(
                    "  " + one + " " + before.getOrDefault(one, "(none)") + " -> " + now.getOrDefault(one, "(none)"));
        }
    }

    private static String version(Provenance.Plugin plugin) {
        return plugin.version()
                + (plugin.classes().isEmpty()
                        ? ""
                        : " (classes " + plugin.classes().substring(0, 8) + ")");
    }

    private static UserError refusal(Workflow workflow, Path script) {
        System.err.print(
                new Diagnostics(script.getFileName(), workflow.sources()).write(workflow.problems(), Format.TEXT));
        return new UserError(Problem.outside(
                        Code.NOT_REPRODUCIBLE,
                        "the script of the run is not right with the stages that are installed now")
                .todo("Install the plugins that rep-framework show names for the run."));
    }

    private int describe(Reproduction reproduction) throws IOException {
        var verdicts = reproduction.verdicts(tolerance);
        var columns = new Columns();
        for (var verdict : verdicts) {
            if (all || !verdict.text().equals("bit-identical")) {
                columns.add(verdict.task(), verdict.port(), verdict.text());
            }
        }
        System.out.print(columns.text());
        var identical = count(verdicts, Reproduction.Grade.IDENTICAL);
        var within = count(verdicts, Reproduction.Grade.WITHIN);
        var different = count(verdicts, Reproduction.Grade.DIFFERENT);
        System.out.println(verdicts.size() + " artifacts: " + identical + " bit-identical, " + within
                + " within a relative difference of " + tolerance + ", " + different + " different");
        return different == 0 ? 0 : 1;
    }

    private static long count(List<Reproduction.Verdict> verdicts, Reproduction.Grade grade) {
        return verdicts.stream().filter(verdict -> verdict.grade() == grade).count();
    }

    private static synchronized void delete(Path run, Path folder) {
        try {
            AtomicFiles.deleteInside(run, folder);
        } catch (IOException remains) {
            System.err.println("warning: " + folder + " could not be removed: " + remains.getMessage());
        }
    }
}
