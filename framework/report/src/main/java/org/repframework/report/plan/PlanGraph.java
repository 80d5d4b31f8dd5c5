package org.repframework.report.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.repframework.engine.plan.Task;

/**
 * What a picture of a plan shows: a node for each task or, where these would be too many, for each group of tasks of
 * the same stage.
 *
 * @param inputs for each node the nodes from which it takes something; these have smaller numbers
 */
record PlanGraph(List<List<Task>> nodes, List<SortedSet<Integer>> inputs) {

    private static final int READABLE = 40;

    static PlanGraph of(List<Task> tasks) {
        var single = group(tasks, task -> task.id());
        if (single.nodes().size() <= READABLE) {
            return single;
        }
        var fedAlike = groupByInputs(tasks);
        return fedAlike.nodes().size() <= READABLE ? fedAlike : groupByDepth(tasks);
    }

    /** Tasks of the same stage that take from the same groups become one group. */
    private static PlanGraph groupByInputs(List<Task> tasks) {
        var groups = new ArrayList<String>(); // by task number
        for (var task : tasks) {
            var sources = new TreeSet<String>();
            for (var input : task.inputs()) {
                sources.add(groups.get(input.edge().task()));
            }
            var described = task.stage().title() + sources;
            groups.add(described.length() < 200 ? described : task.stage().title() + described.hashCode());
        }
        return group(tasks, task -> groups.get(task.number()));
    }

    /** Tasks of the same stage that stand equally far from the beginning become one group. */
    private static PlanGraph groupByDepth(List<Task> tasks) {
        var depths = new int[tasks.size()];
        for (var task : tasks) {
            for (var input : task.inputs()) {
                depths[task.number()] =
                        Math.max(depths[task.number()], depths[input.edge().task()] + 1);
            }
        }
        var byDepth = tasks.stream()
                .sorted(Comparator.comparingInt(
                        task -> depths[task.number()])) // else a group could take from a later one
                .toList();
        return group(byDepth, task -> depths[task.number()] + task.stage().title());
    }

    private static PlanGraph group(List<Task> tasks, Function<Task, String> name) {
        var numbers = new LinkedHashMap<String, Integer>();
        var nodes = new ArrayList<List<Task>>();
        var inputs = new ArrayList<SortedSet<Integer>>();
        var nodeOf = new int[tasks.size()];
        for (var task : tasks) {
            int node = numbers.computeIfAbsent(name.apply(task), fresh -> numbers.size());
            if (node == nodes.size()) {
                nodes.add(new ArrayList<>());
                inputs.add(new TreeSet<>());
            }
            nodeOf[task.number()] = node;
            nodes.get(node).add(task);
            for (var input : task.inputs()) {
                inputs.get(node).add(nodeOf[input.edge().task()]);
            }
        }
        return new PlanGraph(nodes, inputs);
    }
}
