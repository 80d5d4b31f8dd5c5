package org.repframework.engine.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.repframework.engine.plan.Exhibit;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Task;
import org.repframework.engine.store.Pace;
import org.repframework.spi.Artifact;

/**
 * A run after its last task, with what its report needs.
 *
 * @param id name of the run's folder
 * @param directory the run's folder, {@code results/<workflow>/<run-id>}
 * @param outcomes by task number
 * @param displays what can be shown: the exhibits whose tasks succeeded, in the script's order
 * @param environment versions, threads, processor: what the provenance records
 */
public record CompletedRun(
        String id,
        Path directory,
        Path script,
        Plan plan,
        Instant started,
        double seconds,
        List<Outcome> outcomes,
        List<Display> displays,
        Map<String, String> environment) {

    /** @param items one for each edge of the exhibit */
    public record Display(Exhibit exhibit, List<Item> items) {}

    /**
     * @param task where it came from; its key is the artifact's key
     * @param path port and parts, for example {@code network}
     * @param pace of the task
     */
    public record Item(Task task, String path, Artifact artifact, Pace pace) {}

    public CompletedRun {
        outcomes = List.copyOf(outcomes);
        displays = List.copyOf(displays);
    }

    /** Whether every task has its result. */
    public boolean isComplete() {
        return outcomes.stream()
                .allMatch(outcome -> outcome.state() == Outcome.State.RAN || outcome.state() == Outcome.State.CACHED);
    }

    public long count(Outcome.State state) {
        return outcomes.stream().filter(outcome -> outcome.state() == state).count();
    }
}
