package org.repframework.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.repframework.engine.plan.Handle.Poison;
import org.repframework.engine.plan.Handle.Result;
import org.repframework.spi.Description;

/** Collects what a script wants in the report, and refuses what could not be drawn. */
public final class ExhibitBuilder {

    private static final String LEVEL = "level"; // names one of the series, not a column
    private static final List<String> PLOT_ARGUMENTS = List.of("x", "y", "series", "band", LEVEL);

    private final BiConsumer<Place, String> problems;
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final Set<String> titles = new HashSet<>();

    ExhibitBuilder(BiConsumer<Place, String> problems) {
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
        var types = new HashSet<String>();
        for (var i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Result result) {
                edges.add(result.edge());
                types.add(result.type());
            } else if (!(items.get(i) instanceof Poison)) {
                refuse(site.argument(i + 1), "only a result can be shown, this is " + Arguments.typeOf(items.get(i)));
            }
        }
        if (items.isEmpty()) {
            refuse(site.whole(), "show('" + title + "') says nothing to show; give it an artifact");
        }
        if (types.size() > 1) {
            refuse(site.whole(), "artifacts shown together must be of one type, these are " + new TreeSet<>(types));
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
            refuse(site.argument(1), "plot draws a Table, this is " + Arguments.typeOf(table));
            return;
        }
        if (!columns.containsKey("x") || !columns.containsKey("y")) {
            refuse(site.whole(), "plot needs the columns x and y: plot 'Title', table, x: 'layer', y: 'score'");
        }
        columns.forEach((name, column) -> {
            if (!PLOT_ARGUMENTS.contains(name)) {
                refuse(site.name(name), "plot has no '" + name + "'" + NearNames.hint(name, PLOT_ARGUMENTS));
            } else if (column != null
                    && !name.equals(LEVEL)
                    && !known.columns().isEmpty()
                    && !known.columns().contains(column.toString())) {
                var hint = NearNames.hint(column.toString(), known.columns());
                refuse(site.value(name), "the table has no column '" + column + "'" + hint);
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

    private boolean isNewTitle(String title, Site site) {
        if (!titles.add(title)) {
            refuse(site.argument(0), "'" + title + "' is shown twice; titles name files, so each may be used once");
            return false;
        }
        return true;
    }

    private void refuse(Place place, String message) {
        problems.accept(place, message);
    }
}
