package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.repframework.engine.run.CompletedRun;
import org.repframework.report.figure.Figure;
import org.repframework.spi.Artifact;
import org.repframework.spi.Table;

/** What becomes of one exhibit; filled by the class for its type of artifact. */
public final class Rendition {

    /** @param label of the artifact; empty if it is the only one */
    private record Fact(String label, String value) {}

    private final String title;
    private final FileNames tableNames;
    private final FileNames figureNames;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();
    private final Map<Artifact, String> pictures = new IdentityHashMap<>();
    private String units = "";
    private String complaint = "";

    Rendition(String title, FileNames tableNames, FileNames figureNames) {
        this.title = title;
        this.tableNames = tableNames;
        this.figureNames = figureNames;
    }

    public String title() {
        return title;
    }

    public List<Figure> figures() {
        return Collections.unmodifiableList(figures);
    }

    public List<Sheet> sheets() {
        return Collections.unmodifiableList(sheets);
    }

    /** Why there is no figure although one was asked for; empty: all is well. */
    public String complaint() {
        return complaint;
    }

    void complain(String text) {
        complaint = text;
    }

    /** That a figure shows this artifact, and nothing else. */
    void pictured(Shown<?> shown, String figure) {
        pictures.put(shown.artifact(), figure);
    }

    /** The figure that shows only this artifact; null if none does. */
    String pictureOf(Artifact artifact) {
        return pictures.get(artifact);
    }

    /** What the page needs to tell of a unit, as JSON; empty: nothing. */
    public String units() {
        return units;
    }

    void tellUnits(String json) {
        units = json;
    }

    /** The small print, names to values; what holds for every artifact is said once. */
    public Map<String, List<String>> facts() {
        var grouped = new LinkedHashMap<String, List<String>>();
        facts.forEach((name, found) -> {
            var values = found.stream().map(Fact::value).distinct().toList();
            var labelled = found.stream()
                    .map(fact -> fact.label().isEmpty() ? fact.value() : fact.label() + ": " + fact.value())
                    .distinct()
                    .toList();
            grouped.put(name, values.size() == 1 ? values : labelled);
        });
        return grouped;
    }

    /**
     * @param suffix tells the exhibit's figures apart; empty for the main one
     * @param drawing from the figure's name to its text
     */
    void figure(String suffix, String caption, Function<String, String> drawing) {
        figure(suffix, caption, drawing, Map.of());
    }

    /**
     * @param data what the page needs to answer a pointer, names to JSON
     * @return the figure's name
     */
    String figure(String suffix, String caption, Function<String, String> drawing, Map<String, String> data) {
        var name = name(figureNames, suffix);
        figures.add(new Figure(name, caption, drawing.apply(name), data));
        return name;
    }

    void sheet(String suffix, Table table) {
        sheet(suffix, table, Sheet.Links.NONE);
    }

    void sheet(String suffix, Table table, Sheet.Links links) {
        sheets.add(Sheet.of(name(tableNames, suffix), table, links));
    }

    void sheet(String suffix, List<String> columns, int rows, Sheet.Cells cells) {
        sheet(suffix, columns, 0, rows, cells);
    }

    /** @param measured how many of the last columns differ from run to run */
    void sheet(String suffix, List<String> columns, int measured, int rows, Sheet.Cells cells) {
        sheets.add(new Sheet(name(tableNames, suffix), columns, measured, rows, cells, Sheet.Links.NONE));
    }

    /** A fact of one of the artifacts. */
    void fact(Shown<?> shown, String name, String value) {
        facts.computeIfAbsent(name, first -> new ArrayList<>()).add(new Fact(shown.label(), value));
    }

    /** A fact of the whole exhibit. */
    void fact(String name, String value) {
        facts.computeIfAbsent(name, first -> new ArrayList<>()).add(new Fact("", value));
    }

    /** {@code 1}, {@code 2}, ... for one of several artifacts, else nothing. */
    static String number(CompletedRun.Display display, int index) {
        return display.items().size() > 1 ? Integer.toString(index + 1) : "";
    }

    /** Suffixes in a row; an empty one counts for nothing. */
    static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "-" + second;
    }

    private String name(FileNames names, String suffix) {
        return suffix.isEmpty() ? names.of(title) : names.fresh(names.of(title) + "-" + suffix);
    }
}
