package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Task;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.settings.SettingsType;
import org.repframework.spi.Role;

/** Where the artifacts of an exhibit came from: the definitions used, over what, and their keys. */
public final class Lineage {

    /** Stages that say what is measured; behind them come the things that are measured. */
    private static final Set<Role> DEFINITIONS =
            Set.of(Role.ACTIVATION_RECORDER, Role.CORRELATION_METRIC, Role.MATCHER);

    private static final int MOST_LINES = 12;

    private final Plan plan;

    public Lineage(CompletedRun run) {
        this.plan = run.plan();
    }

    void add(Rendition rendition, CompletedRun.Display display) {
        var definitions = new LinkedHashSet<String>();
        var subjects = new LinkedHashSet<String>();
        var seen = new TreeSet<Integer>();
        for (var item : display.items()) {
            definitions.add(definition(item.task()));
        }
        for (var item : display.items()) {
            follow(item.task(), definitions, subjects, seen);
        }
        addShortened(rendition, "definition", definitions);
        addShortened(rendition, "over", subjects);
        for (var item : display.items()) {
            var task = item.task();
            rendition.fact("key", task.key() + " (" + task.id() + ", " + item.path() + ")");
        }
    }

    /** The task and all it takes from, directly or not, by number. */
    public SortedSet<Integer> ancestors(Task task) {
        var found = new TreeSet<Integer>();
        var open = new ArrayList<>(List.of(task));
        while (!open.isEmpty()) {
            var next = open.remove(open.size() - 1);
            if (found.add(next.number())) {
                next.inputs().forEach(input -> open.add(plan.task(input.edge())));
            }
        }
        return found;
    }

    private void follow(Task task, Set<String> definitions, Set<String> subjects, Set<Integer> seen) {
        if (!seen.add(task.number())) {
            return;
        }
        for (var input : task.inputs()) {
            var source = plan.task(input.edge());
            if (DEFINITIONS.contains(source.stage().role())) {
                definitions.add(definition(source));
                follow(source, definitions, subjects, seen);
            } else {
                var path = input.edge().path();
                subjects.add(input.slot() + ": " + source.id() + " " + path
                        + source.replica()
                                .map(replica -> " (replica " + replica + ")")
                                .orElse(""));
            }
        }
    }

    /** The stage with all its settings, those left to their defaults too. */
    private static String definition(Task task) {
        var settings = new LinkedHashSet<String>();
        for (var record : task.settings()) {
            settings.add(String.join(", ", SettingsType.toTexts(record)));
        }
        settings.remove("");
        var title = task.stage().title();
        return settings.isEmpty() ? title : title + " (" + String.join(" | ", settings) + ")";
    }

    private static void addShortened(Rendition rendition, String name, Set<String> lines) {
        var count = 0;
        for (var line : lines) {
            if (++count > MOST_LINES) {
                rendition.fact(name, "and " + (lines.size() - MOST_LINES) + " more, see the tasks below");
                return;
            }
            rendition.fact(name, line);
        }
    }
}
