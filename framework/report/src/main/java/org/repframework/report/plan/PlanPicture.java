package org.repframework.report.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.repframework.engine.plan.Task;
import org.repframework.report.svg.Lettering;
import org.repframework.report.svg.Palette;
import org.repframework.report.svg.Svg;
import org.repframework.report.svg.TextWidth;

/**
 * The tasks of a plan and what they take from each other, from left to right.
 *
 * @param marks by task number
 */
public record PlanPicture(List<Task> tasks, List<Mark> marks) {

    private static final double WIDTH = 184; // of a node
    private static final double HEIGHT = 44;
    private static final double GAP = 12; // between nodes of a layer
    private static final double APART = 44; // between layers
    private static final double LEFT = 8;
    private static final double TOP = 44;
    private static final Lettering HEADING = new Lettering(13, Palette.INK, "start", true);

    /** @param name of the figure */
    public String draw(String name) {
        var graph = PlanGraph.of(tasks);
        var layout = new LayeredLayout(graph.inputs(), HEIGHT, GAP);
        var width = LEFT * 2 + layout.layers() * (WIDTH + APART) - APART;
        var svg =
                new Svg(name, "The plan: " + tasks.size() + " tasks", Math.max(420, width), TOP + layout.height() + 8);
        drawLegend(svg);
        for (var route : layout.routes()) {
            svg.start("path").set("d", curve(route)).set("fill", "none");
            svg.set("stroke", Palette.FRAME).set("stroke-width", 1.3).end();
        }
        for (var node = 0; node < graph.nodes().size(); node++) {
            var place = layout.of(node);
            drawNode(svg, left(place), TOP + place.y - HEIGHT / 2, graph.nodes().get(node));
        }
        return svg.finish();
    }

    private void drawLegend(Svg svg) {
        var x = LEFT;
        for (var entry : count(tasks).entrySet()) {
            var text = entry.getValue() + " " + entry.getKey().word();
            svg.rectangle(x, 12, 12, 12, entry.getKey().colour());
            svg.text(x + 18, 22, text, Lettering.TICK);
            x += 40 + TextWidth.of(text, Lettering.TICK.size());
        }
    }

    private void drawNode(Svg svg, double x, double y, List<Task> group) {
        var states = count(group);
        var failed = states.containsKey(Mark.FAILED);
        svg.start("g");
        svg.start("title").content(wording(group, states)).end();
        svg.start("rect")
                .set("x", x)
                .set("y", y)
                .set("width", WIDTH)
                .set("height", HEIGHT)
                .set("rx", 4);
        svg.set("fill", failed ? "#fdecea" : Palette.PAPER)
                .set("stroke", failed ? Mark.FAILED.colour() : Palette.FRAME);
        if (states.containsKey(Mark.SKIPPED) && states.size() == 1) {
            svg.set("stroke-dasharray", "4 3");
        }
        svg.end();
        drawStripe(svg, x, y, states, group.size());
        var first = group.get(0);
        var heading = group.size() == 1
                ? first.id()
                : group.size() + " × " + first.stage().title();
        svg.text(x + 14, y + 18, heading, HEADING, WIDTH - 20);
        svg.text(x + 14, y + 35, group.size() == 1 ? details(first) : summary(states), Lettering.TICK, WIDTH - 20);
        svg.end();
    }

    /** The states of a node's tasks, in their shares. */
    private static void drawStripe(Svg svg, double x, double y, Map<Mark, Integer> states, int all) {
        var top = y + 1;
        for (var entry : states.entrySet()) {
            var height = (HEIGHT - 2) * entry.getValue() / all;
            svg.rectangle(x + 1, top, 6, height, entry.getKey().colour());
            top += height;
        }
    }

    private static String wording(List<Task> group, Map<Mark, Integer> states) {
        var first = group.get(0);
        if (group.size() == 1) {
            return first.id() + ": " + first.call() + " (" + summary(states) + ")";
        }
        return first.stage().title() + ", from " + first.id() + " to "
                + group.get(group.size() - 1).id() + ": " + summary(states);
    }

    /** The call without its verb, which the id mostly says. */
    private static String details(Task task) {
        var verb = task.stage().role().verb() + " ";
        return task.call().startsWith(verb) ? task.call().substring(verb.length()) : task.call();
    }

    private Map<Mark, Integer> count(List<Task> group) {
        var counts = new EnumMap<Mark, Integer>(Mark.class);
        for (var task : group) {
            counts.merge(marks.get(task.number()), 1, Integer::sum);
        }
        return counts;
    }

    private static String summary(Map<Mark, Integer> states) {
        var parts = new ArrayList<String>();
        states.forEach((state, count) -> parts.add(count + " " + state.word()));
        return String.join(", ", parts);
    }

    private static double left(LayeredLayout.Place place) {
        return LEFT + place.layer * (WIDTH + APART);
    }

    /** Bends between the layers, runs straight beside the nodes of one. */
    private static String curve(List<LayeredLayout.Place> route) {
        var path = new StringBuilder();
        for (var i = 1; i < route.size(); i++) {
            var from = route.get(i - 1);
            var to = route.get(i);
            var start = left(from) + WIDTH;
            var end = left(to);
            var middle = (start + end) / 2;
            append(path.append(i == 1 ? "M" : "L"), start, from.y);
            append(path.append("C"), middle, from.y);
            append(path.append(" "), middle, to.y);
            append(path.append(" "), end, to.y);
        }
        return path.toString();
    }

    private static void append(StringBuilder path, double x, double y) {
        path.append(Math.round(x * 10) / 10.0).append(' ').append(Math.round((TOP + y) * 10) / 10.0);
    }
}
