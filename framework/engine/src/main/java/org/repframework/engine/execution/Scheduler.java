package org.repframework.engine.execution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Task;
import org.repframework.engine.run.Outcome;
import org.repframework.engine.run.Outcome.State;
import org.repframework.engine.run.RunListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the missing tasks of a plan, several side by side, each as soon as its inputs are there. What recorders deliver over
 * one probe set waits for its like and goes to one worker together, so that a network runs forward once for all of it.
 */
final class Scheduler {

    /** Computes a job: one task, or several that share a pass; returns their outcomes, in order. */
    @FunctionalInterface
    interface Execution {
        List<Outcome> execute(List<Task> tasks) throws IOException;
    }

    /** What became of a job. */
    private record Ended(List<Task> tasks, List<Outcome> outcomes) {}

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    private final Plan plan;
    private final Execution execution;
    private final RunListener listener;
    private final Map<Integer, Outcome> outcomes = new TreeMap<>();
    private final List<Task> waiting = new ArrayList<>();
    private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private int running;

    /** @param known outcomes of the tasks whose results the store has, by number */
    Scheduler(Plan plan, Map<Integer, Outcome> known, Execution execution, RunListener listener) {
        this.plan = plan;
        this.execution = execution;
        this.listener = listener;
        this.outcomes.putAll(known);
        plan.tasks().stream().filter(task -> !known.containsKey(task.number())).forEach(waiting::add);
    }

    /**
     * @param slots how many jobs run side by side
     * @return an outcome for every task, by number
     */
    List<Outcome> run(int slots) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(slots, Scheduler::daemon);
        try {
            while (true) {
                skipHopeless();
                while (running < slots && startNext(threads)) {}
                if (running == 0) {
                    return List.copyOf(outcomes.values());
                }
                finish(ended.take());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean startNext(ExecutorService threads) {
        var ready = waiting.stream().filter(this::isReady).toList();
        var tasks = ready.stream()
                .filter(task -> !task.sharesPass())
                .findFirst()
                .map(List::of)
                .orElseGet(() -> nextPass(ready));
        if (tasks.isEmpty()) {
            return false;
        }
        waiting.removeAll(tasks);
        running++;
        listener.started(tasks);
        threads.execute(() -> ended.add(new Ended(tasks, execute(tasks))));
        return true;
    }

    /** The ready tasks that share a pass, once no more can join them. */
    private List<Task> nextPass(List<Task> ready) {
        for (var first : ready) {
            var pass = ready.stream().filter(task -> sharesPass(first, task)).toList();
            var all = waiting.stream()
                    .filter(task -> task.sharesPass() && sharesPass(first, task))
                    .count();
            if (pass.size() == all || running == 0) {
                return pass;
            }
        }
        return List.of();
    }

    private static boolean sharesPass(Task one, Task other) {
        return one.stage().equals(other.stage())
                && one.evidence().equals(other.evidence())
                && images(one).equals(images(other));
    }

    private static Task.Input images(Task task) {
        return task.inputs().stream()
                .filter(input -> input.slot().equals("images"))
                .findFirst()
                .orElseThrow();
    }

    private List<Outcome> execute(List<Task> tasks) {
        try {
            return execution.execute(tasks);
        } catch (IOException | RuntimeException cause) {
            LOG.error("{}", tasks.get(0).id(), cause);
            var failed = new Outcome(State.FAILED, 0, List.of(), cause.toString());
            return tasks.stream().map(task -> failed).toList();
        }
    }

    private void finish(Ended job) {
        running--;
        for (var i = 0; i < job.tasks().size(); i++) {
            end(job.tasks().get(i), job.outcomes().get(i));
        }
    }

    private void end(Task task, Outcome outcome) {
        outcomes.put(task.number(), outcome);
        listener.finished(task, outcome);
    }

    private boolean isReady(Task task) {
        return task.inputs().stream()
                .map(input -> outcomes.get(input.edge().task()))
                .allMatch(outcome -> outcome != null && hasResult(outcome));
    }

    private void skipHopeless() {
        for (var task : List.copyOf(waiting)) {
            task.inputs().stream()
                    .filter(input -> outcomes.containsKey(input.edge().task())
                            && !hasResult(outcomes.get(input.edge().task())))
                    .findFirst()
                    .ifPresent(input -> {
                        waiting.remove(task);
                        var cause = plan.task(input.edge()).id();
                        end(task, new Outcome(State.SKIPPED, 0, List.of(), "it needs " + cause));
                    });
        }
    }

    private static boolean hasResult(Outcome outcome) {
        return outcome.state() == State.RAN || outcome.state() == State.CACHED;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "job");
        thread.setDaemon(true);
        return thread;
    }
}
