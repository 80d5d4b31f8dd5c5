package org.repframework.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.repframework.engine.plan.Handle.Poison;
import org.repframework.engine.plan.Handle.Result;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;
import org.repframework.spi.Description;

/** Collects what a script wants in the report, and refuses what could not be drawn. */
public final class ExhibitBuilder {

    private static final String LEVEL = "level"; // names one of the series, not a column
    private static final Set<String> OF_UNITS =
            Set.of("Matching", "CorrelationMatrix", "Images", "Network", "Prediction", "Clustering", "SubspaceMatch");
    private static final List<String> PLOT_ARGUMENTS = List.of("x", "y", "series", "band", LEVEL);

    private final Consumer<Problem> problems;
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final Set<String> titles = new HashSet<>();

    ExhibitBuilder(Consumer<Problem> problems) {
        this.problems = problems;
    }

    List<Exhibit> build() {
        return List.copyOf(exhibits);
    }

    /** @param items what follows the title */
    public void show(String title, List<Object> items, Site site) {
        if (!isNewTitle(title, site)) {
            return;
        }
        var edges = new ArrayList<Edge>();
        var types = new TreeSet<String>();
        for (var i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Result result) {
                edges.add(result.edge());
                types.add(result.type());
            } else if (!(items.get(i) instanceof Poison)) {
                refuse(
                        Code.WRONG_EXHIBIT,
                        site.argument(i + 1),
                        "only a result can be shown, this is " + Complaints.typeOf(items.get(i)));
            }
        }
        if (items.isEmpty()) {
            problems.accept(Problem.of(Code.WRONG_EXHIBIT, site.whole(), "'" + title + "' has nothing to show")
                    .todo("name a result after the title: show 'Title', result"));
        }
        if (types.size() > 1 && !areOfUnits(types)) {
            var cause = "results shown together must be of one type, these are " + String.join(" and ", types);
            problems.accept(
                    Problem.of(Code.WRONG_EXHIBIT, site.whole(), cause).todo("show each under a title of its own"));
        } else if (!edges.isEmpty()) {
            exhibits.add(new Exhibit.Show(title, edges));
        }
    }

    /**
     * @param table what follows the title
     * @param columns the named arguments
     */
    public void plot(String title, Object table, Map<String, Object> columns, Site site) {
        if (!isNewTitle(title, site) || table instanceof Poison) {
            return;
        }
        if (!(table instanceof Result result) || !(result.description() instanceof Description.OfTable known)) {
            problems.accept(Complaints.noTable(Complaints.typeOf(table), site.argument(1)));
            return;
        }
        if (!columns.containsKey("x") || !columns.containsKey("y")) {
            problems.accept(Problem.of(Code.WRONG_PLOT, site.whole(), "plot needs the columns x and y")
                    .todo("name them: plot 'Title', table, x: 'layer', y: 'score'"));
        }
        columns.forEach((name, column) -> {
            if (!PLOT_ARGUMENTS.contains(name)) {
                problems.accept(
                        Problem.of(Code.UNKNOWN_PLOT_SETTING, site.name(name), "plot has no setting '" + name + "'")
                                .instead(name, PLOT_ARGUMENTS));
            } else if (column != null
                    && !name.equals(LEVEL)
                    && !known.columns().isEmpty()
                    && !known.columns().contains(column.toString())) {
                problems.accept(
                        Problem.of(Code.UNKNOWN_COLUMN, site.value(name), "the table has no column '" + column + "'")
                                .instead(column.toString(), known.columns()));
            }
        });
        exhibits.add(new Exhibit.Plot(
                title,
                result.edge(),
                String.valueOf(columns.get("x")),
                String.valueOf(columns.get("y")),
                Optional.ofNullable(columns.get("series")).map(Object::toString),
                Optional.ofNullable(columns.get("band")).map(Object::toString),
                Optional.ofNullable(columns.get(LEVEL)).map(Object::toString)));
    }

    /** A matching with what is known of its units besides, which makes a page of each. */
    private static boolean areOfUnits(Set<String> types) {
        return types.contains("Matching") && OF_UNITS.containsAll(types);
    }

    private boolean isNewTitle(String title, Site site) {
        if (!titles.add(title)) {
            problems.accept(Problem.of(
                            Code.TITLE_TWICE, site.argument(0), "two exhibits have the title '" + title + "'")
                    .todo("give each a title of its own, since titles name files; in a loop: \"Curve of $layer\""));
            return false;
        }
        return true;
    }

    private void refuse(Code code, Place place, String cause) {
        problems.accept(Problem.of(code, place, cause));
    }
}
