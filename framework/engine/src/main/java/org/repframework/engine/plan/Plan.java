package org.repframework.engine.plan;

import java.util.List;
import java.util.Map;
import org.repframework.spi.Description;

/**
 * What a workflow asks for: an immutable graph of tasks, in an order in which every input stands before its consumer.
 *
 * @param workflow file name of the script without {@code .groovy}
 * @param question the comment with which the script begins; may be empty
 * @param sources the script, then what it includes
 * @param seed the workflow's seed
 * @param parameters the script's parameters with the values in force, in the script's order
 */
public record Plan(
        String workflow,
        String question,
        List<Source> sources,
        long seed,
        Map<String, Object> parameters,
        List<Task> tasks,
        List<Exhibit> exhibits) {

    public Plan {
        sources = List.copyOf(sources);
        tasks = List.copyOf(tasks);
        exhibits = List.copyOf(exhibits);
    }

    public Task task(Edge edge) {
        return tasks.get(edge.task());
    }

    /** What is known of an input beforehand. */
    public Description description(Edge edge) {
        var description = task(edge).ports().byName().get(edge.port());
        for (var part : edge.parts()) {
            description = description.parts().get(part);
        }
        return description;
    }

    /** How many images a task reads, from all its inputs. */
    public long images(Task task) {
        return task.inputs().stream()
                .map(input -> description(input.edge()))
                .mapToLong(Plan::images)
                .sum();
    }

    private static long images(Description description) {
        if (description instanceof Description.OfDataset dataset) {
            return dataset.train().count() + dataset.test().count();
        }
        return description instanceof Description.OfExamples examples ? examples.count() : 0;
    }
}
