package org.repframework.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.repframework.engine.plan.Source;
import org.repframework.engine.run.Provenance;

/** What differs between two runs, apart from their tables, in words. */
final class RunDifferences {

    private final Provenance before;
    private final Provenance now;
    private final StringBuilder text = new StringBuilder();

    RunDifferences(Provenance before, Provenance now) {
        this.before = before;
        this.now = now;
    }

    /** Empty: nothing. */
    String text() {
        sources();
        values("parameters", before.parameters(), now.parameters());
        values("seed", Map.of("seed", before.seed()), Map.of("seed", now.seed()));
        values("plugins", plugins(before), plugins(now));
        values("environment", before.environment(), now.environment());
        values("data files", files(before), files(now));
        section("tasks", tasks());
        return text.toString();
    }

    private void sources() {
        var old = before.sources().stream().collect(Collectors.toMap(Source::file, Source::text));
        var lines = new ArrayList<String>();
        for (var source : now.sources()) {
            var former = old.remove(source.file());
            if (former == null) {
                lines.add("+ " + source.file());
            } else {
                lines.addAll(lines(source.file(), former, source.text()));
            }
        }
        old.keySet().forEach(file -> lines.add("- " + file));
        section("script", lines);
    }

    /** The lines that only one of the texts has. */
    private static List<String> lines(String file, String before, String now) {
        if (before.equals(now)) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        unmatched(before, now).forEach((number, line) -> lines.add("- " + file + ":" + number + ": " + line));
        unmatched(now, before).forEach((number, line) -> lines.add("+ " + file + ":" + number + ": " + line));
        return lines.isEmpty() ? List.of(file + ": the same lines in another order") : lines;
    }

    private static Map<Integer, String> unmatched(String text, String other) {
        var rest = new ArrayList<>(other.lines().toList());
        var unmatched = new LinkedHashMap<Integer, String>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (!rest.remove(line)) {
                unmatched.put(number, line.strip());
            }
        }
        unmatched.values().removeIf(String::isEmpty);
        return unmatched;
    }

    private void values(String title, Map<String, ?> old, Map<String, ?> present) {
        section(title, changes(old, present));
    }

    private static List<String> changes(Map<String, ?> old, Map<String, ?> present) {
        var names = new LinkedHashSet<String>(present.keySet());
        names.addAll(old.keySet());
        return names.stream()
                .filter(name -> !shown(old, name).equals(shown(present, name)))
                .map(name -> name + " " + shown(old, name) + " -> " + shown(present, name))
                .toList();
    }

    private static String shown(Map<String, ?> map, String name) {
        var value = String.valueOf(map.containsKey(name) ? map.get(name) : "(none)");
        return value.isEmpty() ? "''" : value;
    }

    private static Map<String, String> plugins(Provenance run) {
        var plugins = new TreeMap<String, String>();
        for (var task : run.tasks()) {
            var classes = task.plugin().classes();
            plugins.put(
                    task.plugin().name(),
                    task.plugin().version() + (classes.isEmpty() ? "" : " (classes " + classes.substring(0, 8) + ")"));
        }
        return plugins;
    }

    private static Map<String, String> files(Provenance run) {
        var files = new TreeMap<String, String>();
        run.files()
                .forEach(file ->
                        files.put(file.path(), "content " + file.content().substring(0, 8)));
        return files;
    }

    private List<String> tasks() {
        var old = before.tasks().stream()
                .collect(Collectors.toMap(Provenance.Entry::id, task -> task, (a, b) -> a, LinkedHashMap::new));
        var lines = new ArrayList<String>();
        for (var task : now.tasks()) {
            var former = old.remove(task.id());
            if (former == null) {
                lines.add("+ " + task.id() + "  " + task.call());
            } else if (!former.key().equals(task.key())) {
                var changes = changes(ingredients(former), ingredients(task));
                lines.add("  " + task.id() + "  "
                        + (changes.isEmpty() ? "its inputs changed" : String.join(", ", changes)));
            } else if (former.hasResult() != task.hasResult()) {
                lines.add("  " + task.id() + "  " + former.state() + " -> " + task.state());
            } else if (!former.outputs().equals(task.outputs())) {
                lines.add("  " + task.id() + "  another result for the same key");
            }
        }
        old.values().forEach(task -> lines.add("- " + task.id() + "  " + task.call()));
        return lines;
    }

    /** What a task is made of besides its inputs' results. */
    private static Map<String, String> ingredients(Provenance.Entry task) {
        var all = new LinkedHashMap<String, String>();
        all.put("stage", task.stage());
        for (var i = 0; i < task.settings().size(); i++) {
            var owner = task.settings().size() == 1 ? "" : i == 0 ? "x " : "y ";
            task.settings().get(i).forEach((name, value) -> all.put(owner + name, String.valueOf(value)));
        }
        if (task.replica() != null) {
            all.put("replica", task.replica().toString());
        }
        all.put("revision", Integer.toString(task.revision()));
        task.inputs()
                .forEach(input ->
                        all.merge(input.slot(), input.task() + " " + input.path(), (one, more) -> one + ", " + more));
        return all;
    }

    private void section(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(title).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }
}
