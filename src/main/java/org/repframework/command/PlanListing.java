package org.repframework.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.repframework.engine.forecast.Expectation;
import org.repframework.engine.forecast.Forecast;
import org.repframework.engine.forecast.Reason;

/**
 * A forecast as lines for people: a task each or, where these would be too many, a line for all tasks of one stage that
 * run for the like of one reason.
 */
final class PlanListing {

    private static final int READABLE = 40;
    private static final int WIDEST = 60;

    private record Line(String state, String name, String call, String reason) {}

    private final Forecast forecast;

    PlanListing(Forecast forecast) {
        this.forecast = forecast;
    }

    /** @param all a line for every task, however many there are */
    String text(boolean all, int workers) {
        var lines = all || forecast.tasks().size() <= READABLE
                ? forecast.tasks().stream().map(PlanListing::line).toList()
                : grouped();
        var names = width(lines.stream().map(Line::name).toList());
        var calls = Math.min(WIDEST, width(lines.stream().map(Line::call).toList()));
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line.state()).append("  ").append(padded(line.name(), names));
            text.append("  ")
                    .append(line.reason().isEmpty() ? line.call() : padded(line.call(), calls))
                    .append(line.reason().isEmpty() ? "" : "  (" + line.reason() + ")")
                    .append('\n');
        }
        return text.append(summary(workers)).toString();
    }

    private List<Line> grouped() {
        var groups = forecast.tasks().stream()
                .collect(Collectors.groupingBy(PlanListing::kind, LinkedHashMap::new, Collectors.toList()));
        var lines = new ArrayList<Line>();
        for (var group : groups.values()) {
            var first = group.get(0);
            var last = group.get(group.size() - 1);
            lines.add(
                    group.size() == 1
                            ? line(first)
                            : new Line(
                                    state(first),
                                    first.task().id() + " .. " + last.task().id(),
                                    group.size() + " x " + first.task().stage().title(),
                                    first.reason().map(Reason::kind).orElse("")));
        }
        return lines;
    }

    private static List<String> kind(Expectation one) {
        return List.of(
                state(one),
                one.task().stage().title(),
                one.reason().map(Reason::kind).orElse(""));
    }

    private static Line line(Expectation one) {
        return new Line(
                state(one),
                one.task().id(),
                one.task().call(),
                one.reason().map(Reason::text).orElse(""));
    }

    private static String state(Expectation one) {
        return one.isCached() ? "cached" : "run   ";
    }

    private String summary(int workers) {
        var missing = forecast.missing().size();
        var trainings = forecast.trainings();
        var text = new StringBuilder();
        text.append(forecast.tasks().size()).append(" tasks: ").append(missing).append(" to run");
        if (trainings > 0) {
            text.append(", ")
                    .append(trainings)
                    .append(trainings == 1 ? " training" : " trainings")
                    .append(" among them");
        }
        text.append("; ").append(forecast.tasks().size() - missing).append(" cached\n");
        return missing == 0
                ? text.toString()
                : text.append(estimate(workers)).append('\n').toString();
    }

    private String estimate(int workers) {
        var unknown = forecast.unknown();
        if (unknown == forecast.missing().size()) {
            return "no estimate: never run";
        }
        return "estimate: " + Durations.text(forecast.seconds(workers)) + " with "
                + (workers == 1 ? "1 worker" : workers + " workers") + ", " + Sizes.text(forecast.bytes()) + " of disk"
                + (unknown == 0
                        ? ""
                        : "; without " + unknown + (unknown == 1 ? " task" : " tasks") + " of stages never run");
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
