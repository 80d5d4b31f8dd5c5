package org.repframework.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.problem.Place;
import org.repframework.engine.registry.InstalledStage;
import org.repframework.engine.store.Hashing;
import org.repframework.spi.Description;
import org.repframework.spi.Evidence;
import org.repframework.spi.Ports;

/** The tasks of a plan in the making, numbered as they come; equal calls are one task. */
final class TaskList {

    private final Keys keys;
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, Task> byKey = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    TaskList(Keys keys) {
        this.keys = keys;
    }

    List<Task> all() {
        return List.copyOf(tasks);
    }

    /** What is known of an input beforehand. */
    Description description(Edge edge) {
        var description = tasks.get(edge.task()).ports().byName().get(edge.port());
        for (var part : edge.parts()) {
            description = description.parts().get(part);
        }
        return description;
    }

    /** A new task, or the one there is with an equal key. */
    Task add(
            String kind,
            String title,
            Place place,
            InstalledStage installed,
            Optional<Evidence> evidence,
            List<Record> settings,
            List<Task.Input> inputs,
            Optional<Integer> replica,
            Ports<Description> ports) {
        var preimage = keys.preimage(installed, evidence, settings, inputs, tasks, replica);
        var key = Hashing.of(preimage);
        var known = byKey.get(key);
        if (known != null) {
            return known;
        }
        var id = kind + "-" + counts.merge(kind, 1, Integer::sum);
        var task = new Task(
                tasks.size(), id, title, place, installed, evidence, settings, inputs, replica, ports, key, preimage);
        tasks.add(task);
        byKey.put(key, task);
        return task;
    }
}
