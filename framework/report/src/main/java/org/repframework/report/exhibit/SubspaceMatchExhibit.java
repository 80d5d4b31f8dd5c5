package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.repframework.report.svg.Numbers;
import org.repframework.spi.SubspaceMatch;
import org.repframework.spi.SubspaceMatch.Group;
import org.repframework.spi.Table;

/** The groups of units that span the same space, with their sizes. */
final class SubspaceMatchExhibit {

    private SubspaceMatchExhibit() {}

    static void add(Rendition rendition, SubspaceMatch match, Shown<?> shown, UnitPages pages) {
        var rows = new ArrayList<List<Object>>();
        for (var i = 0; i < match.groups().size(); i++) {
            var group = match.groups().get(i);
            rows.add(List.of(
                    i + 1, group.size(), group.x().size(), group.y().size(), units(group.x()), units(group.y())));
        }
        rendition.sheet(
                shown.suffix(),
                new Table(List.of("group", "size", "units-of-x", "units-of-y", "x", "y"), rows),
                pages.links(match, "x", "y"));
        rendition.fact(shown, match.method() + " match", Numbers.brief(match.score()));
        rendition.fact(shown, "epsilon", Numbers.brief(match.epsilon()));
        rendition.fact(
                shown,
                "distance by chance",
                Numbers.brief(match.chance())
                        + (match.epsilon() >= match.chance() ? ", at or below epsilon: unrelated units match" : ""));
        rendition.fact(shown, "groups", groups(match));
        rendition.fact(shown, "units of x (p)", members(match, Group::x, match.unitsX(), match.deadX()));
        rendition.fact(shown, "units of y (q)", members(match, Group::y, match.unitsY(), match.deadY()));
    }

    /** Unit numbers in a row. */
    static String units(List<Integer> units) {
        return units.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** How many, and how often each size occurs. */
    private static String groups(SubspaceMatch match) {
        if (match.groups().isEmpty()) {
            return "none";
        }
        var sizes = match.groups().stream()
                .collect(Collectors.groupingBy(Group::size, TreeMap::new, Collectors.counting()));
        return match.groups().size() + ": "
                + sizes.entrySet().stream()
                        .map(entry -> entry.getValue() + " of size " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String members(
            SubspaceMatch match, Function<Group, List<Integer>> side, int units, List<Integer> dead) {
        var members = match.groups().stream()
                .flatMap(group -> side.apply(group).stream())
                .distinct()
                .count();
        return CorrelationExhibit.units(units, dead) + "; " + members + " in a group";
    }
}
