package org.repframework.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.repframework.engine.forecast.Expectation;
import org.repframework.engine.forecast.Forecast;
import org.repframework.engine.forecast.Ingredients;
import org.repframework.engine.forecast.Reason;
import org.repframework.engine.plan.Task;
import org.repframework.engine.store.Finding;
import org.repframework.engine.store.Store;
import org.repframework.engine.store.TaskRecord;

/** All that is known of one task of a plan, for people. */
final class TaskExplanation {

    private final Forecast forecast;
    private final Expectation expectation;
    private final Task task;
    private final Store store;
    private final StringBuilder text = new StringBuilder();

    TaskExplanation(Forecast forecast, Expectation expectation, Store store) {
        this.forecast = forecast;
        this.expectation = expectation;
        this.task = expectation.task();
        this.store = store;
    }

    String text() {
        var place = task.place();
        line(task.id() + ": " + task.call());
        line("asked for at " + place.file() + ":" + place.line() + ":" + place.column());
        line("    " + sourceLine().strip());
        var reason = expectation.reason();
        line(reason.map(why -> "it will run: " + why.text()).orElse("it is cached"));
        if (reason.isPresent() && reason.get() instanceof Reason.Changed changed) {
            compare(changed);
        }
        expectation
                .cost()
                .ifPresent(cost -> line("estimate: " + Durations.text(cost.seconds()) + ", " + Sizes.text(cost.bytes())
                        + " of disk, after the past tasks that it resembles most"));
        line("");
        line("its key " + task.key() + " is made of");
        ingredients();
        record(task.key()).ifPresent(this::result);
        return text.toString();
    }

    private String sourceLine() {
        return forecast.plan().sources().stream()
                .filter(source -> source.file().equals(task.place().file()))
                .flatMap(source -> source.text().lines().skip(task.place().line() - 1L))
                .findFirst()
                .orElse("");
    }

    private void compare(Reason.Changed changed) {
        record(changed.stored()).ifPresent(stored -> {
            var origin = stored.origin();
            line("compared with " + origin.task() + " of " + origin.workflow() + ", " + moment(origin.finished())
                    + ", key " + stored.key());
        });
        changed.differences().forEach(difference -> line("    " + difference));
        for (var root : changed.roots()) {
            forecast.tasks().stream()
                    .filter(one -> one.task().id().equals(root) && one.task().number() != task.number())
                    .forEach(one -> line("    input " + root + ": "
                            + one.reason().map(Reason::text).orElse("")));
        }
    }

    private void ingredients() {
        var ingredients = Ingredients.of(task).byName();
        var columns = new Columns();
        columns.add("  stage", ingredients.get("stage") + ", revision " + ingredients.get("revision"));
        var plugin = task.stage().plugin();
        columns.add("  plugin", plugin.name() + " " + plugin.version());
        if (ingredients.containsKey("classes")) {
            columns.add("  classes", ingredients.get("classes"));
        }
        section(columns, ingredients, "settings/");
        for (var i = 0; i < task.inputs().size(); i++) {
            var input = task.inputs().get(i);
            var labels = input.labels().isEmpty() ? "" : " " + input.labels();
            columns.add(
                    "  input " + input.slot() + labels,
                    forecast.plan().task(input.edge()).id() + " " + input.edge().path() + ", key "
                            + ingredients.get("inputs/" + i + "/key"));
        }
        section(columns, ingredients, "seed/");
        section(columns, ingredients, "numerics/");
        text.append(columns.text());
    }

    private void section(Columns columns, Map<String, String> ingredients, String prefix) {
        ingredients.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                columns.add("  " + title(name), value.isEmpty() ? "''" : value);
            }
        });
    }

    private String title(String name) {
        var parts = name.split("/", 3);
        return switch (parts[0]) {
            case "settings" -> (task.settings().size() == 1 ? "" : parts[1].equals("0") ? "x " : "y ") + parts[2];
            case "seed" -> parts[1].equals("workflow") ? "seed" : parts[1];
            default -> parts[1];
        };
    }

    private void result(TaskRecord record) {
        line("");
        line("its result, " + Sizes.text(record.size()) + ", took " + Durations.text(record.seconds()) + ", "
                + moment(record.origin().finished()) + ", for "
                + record.origin().task() + " of "
                + record.origin().workflow());
        line("  " + store.recordFile(record.key()));
        record.objects().forEach(object -> line("  " + store.object(object.name()) + ", " + Sizes.text(object.size())));
        record.warnings().forEach(warning -> line("  warning: " + warning));
    }

    private Optional<TaskRecord> record(String key) {
        try {
            return store.find(key, false) instanceof Finding.Known known
                    ? Optional.of(known.record())
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An ISO moment to the second. */
    private static String moment(String iso) {
        return iso.length() < 19 ? iso : iso.substring(0, 19).replace('T', ' ') + " UTC";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
