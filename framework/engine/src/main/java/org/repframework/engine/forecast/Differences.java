package org.repframework.engine.forecast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.repframework.engine.plan.Task;
import org.repframework.engine.settings.SettingsType;
import org.repframework.engine.store.PastTask;

/**
 * What differs between a stored key and a present one, in words: {@code epochs 10 -> 20}, {@code threads 1 -> 2},
 * {@code content of images.zip changed}.
 */
final class Differences {

    private static final int LONG = 48;
    private static final String ROWS = "rows ";
    private static final List<String> ORDER = List.of("settings", "inputs", "seed", "numerics");

    private final Map<String, String> before;
    private final Map<String, String> now;
    private final Task task;
    private final PastTask past;
    private final UnaryOperator<String> names;

    /**
     * @param now the keys of inputs replaced by those of the stored tasks they resemble
     * @param names key of an input to the name of its task
     */
    Differences(PastTask past, Ingredients now, Task task, UnaryOperator<String> names) {
        this.before = Ingredients.of(past.preimage()).byName();
        this.now = now.byName();
        this.task = task;
        this.past = past;
        this.names = names;
    }

    List<String> texts() {
        var texts = new LinkedHashSet<String>();
        var rows = rows(before) != rows(now);
        if (rows) {
            texts.add("rows " + rows(before) + " -> " + rows(now));
        }
        var changed = new ArrayList<String>();
        for (var name : union()) {
            if (!before.getOrDefault(name, "").equals(now.getOrDefault(name, ""))
                    && !(rows && name.startsWith("inputs/"))) {
                changed.add(name);
            }
        }
        changed.sort(Comparator.comparing(name -> ORDER.indexOf(name.split("/", 2)[0])));
        var implementation = changed.remove("revision") | changed.remove("classes") | changed.remove("plugin");
        if (implementation) {
            texts.addAll(implementation());
        }
        changed.forEach(name -> texts.add(text(name)));
        return List.copyOf(texts);
    }

    private LinkedHashSet<String> union() {
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(before.keySet());
        return names;
    }

    /** How many rows a summary is made of; 0 for other stages. */
    private static long rows(Map<String, String> ingredients) {
        return ingredients.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("inputs/")
                        && entry.getKey().endsWith("/slot")
                        && entry.getValue().startsWith(ROWS))
                .map(Map.Entry::getValue)
                .distinct()
                .count();
    }

    private List<String> implementation() {
        var texts = new ArrayList<String>();
        var plugin = task.stage().plugin();
        if (!before.get("plugin").equals(now.get("plugin"))) {
            texts.add("plugin " + before.get("plugin") + " " + past.origin().version() + " -> " + plugin.name() + " "
                    + plugin.version());
        } else if (!past.origin().version().equals(plugin.version())) {
            texts.add("plugin " + plugin.name() + " " + past.origin().version() + " -> " + plugin.version());
        } else if (before.get("revision").equals(now.get("revision"))) {
            texts.add("classes of plugin " + plugin.name() + " " + plugin.version() + " changed");
        }
        if (!before.get("revision").equals(now.get("revision"))) {
            texts.add("revision " + before.get("revision") + " -> " + now.get("revision"));
        }
        return texts;
    }

    private String text(String name) {
        var parts = name.split("/", 3);
        return switch (parts[0]) {
            case "settings" -> setting(name, Integer.parseInt(parts[1]), parts[2]);
            case "inputs" -> input(name, parts[1], parts[2]);
            case "seed" -> change(parts[1].equals("workflow") ? "seed" : parts[1], name);
            case "numerics" -> change(parts[1], name);
            default -> change(name, name);
        };
    }

    private String setting(String name, int record, String setting) {
        var file = file(record, setting);
        if (file != null && before.containsKey(name)) {
            return "content of " + file.getFileName() + " changed";
        }
        var owner = task.settings().size() > 1 ? (record == 0 ? "x " : "y ") : "";
        return change(owner + setting, name);
    }

    /** The file or folder that a setting names; null: it is of another type. */
    private Path file(int record, String setting) {
        var files = new TreeMap<String, Path>();
        var values = SettingsType.toMap(task.settings().get(record), path -> path);
        values.forEach((key, value) -> {
            if (value instanceof Path path) {
                files.put(key, path);
            }
        });
        return files.get(setting);
    }

    private String input(String name, String number, String what) {
        var slot = now.getOrDefault("inputs/" + number + "/slot", before.get("inputs/" + number + "/slot"));
        var owner = slot.startsWith(ROWS) ? "row " + slot.substring(ROWS.length()) : slot;
        if (what.equals("key")) {
            return owner + " " + source(before, number) + " -> " + source(now, number);
        }
        return change(
                switch (what) {
                    case "path" -> owner + " part";
                    case "labels" -> owner + " labels";
                    default -> owner;
                },
                name);
    }

    private String source(Map<String, String> ingredients, String number) {
        var key = ingredients.get("inputs/" + number + "/key");
        return key == null ? "nothing" : names.apply(key);
    }

    private String change(String title, String name) {
        var from = before.getOrDefault(name, "(none)");
        var to = now.getOrDefault(name, "(none)");
        if (from.length() > LONG || to.length() > LONG) {
            return title + " changed";
        }
        return title + " " + shown(from) + " -> " + shown(to);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "''" : value;
    }
}
