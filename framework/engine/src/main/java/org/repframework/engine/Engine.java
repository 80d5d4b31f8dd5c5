package org.repframework.engine;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.repframework.engine.execution.Installation;
import org.repframework.engine.execution.JobScheduling;
import org.repframework.engine.execution.NumericEnvironment;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.run.CompletedRun.Display;
import org.repframework.engine.run.CompletedRun.Item;
import org.repframework.engine.run.Outcome;
import org.repframework.engine.run.RunFolder;
import org.repframework.engine.run.RunListener;
import org.repframework.engine.run.Versions;
import org.repframework.engine.store.Store;
import org.repframework.engine.store.StoreLock;
import org.repframework.engine.store.StoreLock.StoreBusy;

/** Runs plans: only what is not yet known is computed. */
public final class Engine {

    private final Installation installation;
    private final Store store;

    @Inject
    public Engine(Installation installation, Store store) {
        this.installation = installation;
        this.store = store;
    }

    /**
     * Runs a plan and gathers what it wants shown. A failed task leaves the others' results in the store.
     *
     * @throws StoreBusy if another run writes into the store
     */
    public CompletedRun run(Plan plan, RunRequest request, RunListener listener)
            throws IOException, InterruptedException, StoreBusy {
        var started = Instant.now();
        var clock = System.nanoTime();
        var lock = StoreLock.acquire(store);
        try {
            var known = new KnownResults(plan, store).lookAndRepair(listener);
            listener.planned(plan, plan.tasks().size() - known.size());
            var outcomes = known.size() == plan.tasks().size()
                    ? List.copyOf(known.values())
                    : new JobScheduling(installation, store, request.threads(), request.workers())
                            .run(plan, known, listener);
            var folder = RunFolder.create(request.results(), plan.workflow(), started);
            var run = new CompletedRun(
                    folder.getFileName().toString(),
                    folder,
                    request.script(),
                    plan,
                    started,
                    (System.nanoTime() - clock) / 1e9,
                    outcomes,
                    displays(plan, outcomes),
                    environment(request));
            RunFolder.write(new ProvenanceRecorder(run, request, store).provenance(), folder);
            return run;
        } finally {
            lock.close();
        }
    }

    private List<Display> displays(Plan plan, List<Outcome> outcomes) throws IOException {
        var displays = new ArrayList<Display>();
        for (var exhibit : plan.exhibits()) {
            var items = new ArrayList<Item>();
            for (var edge : exhibit.edges()) {
                var state = outcomes.get(edge.task()).state();
                if (state == Outcome.State.RAN || state == Outcome.State.CACHED) {
                    var task = plan.task(edge);
                    var artifact = store.read(task.key(), edge.port());
                    for (var part : edge.parts()) {
                        artifact = artifact.part(part);
                    }
                    items.add(new Item(task, edge.path(), artifact, store.pace(task.key())));
                }
            }
            if (items.size() == exhibit.edges().size()) {
                displays.add(new Display(exhibit, items));
            }
        }
        return displays;
    }

    /** What a run will run on: versions, threads, processor. */
    public Map<String, String> environment(RunRequest request) throws IOException {
        var environment = NumericEnvironment.of(installation, request.threads());
        environment.put("framework", Versions.framework());
        environment.put("java", Runtime.version().toString());
        environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put("workers", Integer.toString(request.workers()));
        return environment;
    }
}
