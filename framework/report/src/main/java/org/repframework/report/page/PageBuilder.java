package org.repframework.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repframework.engine.plan.Exhibit;
import org.repframework.engine.plan.Task;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.run.Outcome;
import org.repframework.engine.run.Outcome.State;
import org.repframework.report.exhibit.FileNames;
import org.repframework.report.exhibit.Lineage;
import org.repframework.report.exhibit.Rendition;
import org.repframework.report.figure.Figure;

/** Gathers what the page says of a run. */
public final class PageBuilder {

    private static final String SCRIPT = script();

    private final CompletedRun run;
    private final Lineage lineage;

    public PageBuilder(CompletedRun run) {
        this.run = run;
        this.lineage = new Lineage(run);
    }

    /** @param renditions of the run's displays, in their order */
    public Page build(List<Rendition> renditions, Figure plan) {
        var parameters = new LinkedHashMap<String, String>();
        run.plan()
                .parameters()
                .forEach((name, value) ->
                        parameters.put(name, String.valueOf(value).isEmpty() ? "(empty)" : String.valueOf(value)));
        return new Page(
                run.plan().workflow(),
                run.id(),
                run.isComplete(),
                overview(),
                failures(),
                run.plan().question(),
                parameters,
                run.plan().sources(),
                sections(renditions),
                plan,
                run.plan().tasks().stream().map(this::row).toList(),
                provenance(),
                SCRIPT);
    }

    private List<String> overview() {
        var overview = new ArrayList<String>();
        overview.add("started " + run.started().truncatedTo(ChronoUnit.SECONDS));
        overview.add("took " + Durations.words(run.seconds()));
        for (var state : State.values()) {
            var count = run.count(state);
            if (count > 0) {
                overview.add(count + (count == 1 ? " task " : " tasks ") + word(state));
            }
        }
        return overview;
    }

    private List<Page.Failure> failures() {
        var failures = new ArrayList<Page.Failure>();
        for (var task : run.plan().tasks()) {
            var outcome = outcome(task);
            if (outcome.state() == State.FAILED) {
                failures.add(new Page.Failure(task.id(), task.call(), place(task), outcome.message()));
            }
        }
        return failures;
    }

    private List<Page.Section> sections(List<Rendition> renditions) {
        var anchors =
                new FileNames(run.plan().exhibits().stream().map(Exhibit::title).toList());
        var byTitle = new HashMap<String, Rendition>();
        renditions.forEach(rendition -> byTitle.put(rendition.title(), rendition));
        var sections = new ArrayList<Page.Section>();
        for (var exhibit : run.plan().exhibits()) {
            var anchor = "exhibit-" + anchors.of(exhibit.title());
            var rendition = byTitle.get(exhibit.title());
            sections.add(rendition == null ? missing(exhibit, anchor) : section(exhibit, anchor, rendition));
        }
        return sections;
    }

    private Page.Section section(Exhibit exhibit, String anchor, Rendition rendition) {
        return new Page.Section(
                anchor,
                exhibit.title(),
                rendition.complaint(),
                rendition.figures(),
                rendition.sheets().stream()
                        .map(sheet -> Preview.of(sheet, !rendition.figures().isEmpty()))
                        .toList(),
                warnings(exhibit),
                rendition.facts(),
                rendition.units());
    }

    private Page.Section missing(Exhibit exhibit, String anchor) {
        var causes = new LinkedHashSet<String>();
        for (var number : ancestors(exhibit)) {
            if (run.outcomes().get(number).state() == State.FAILED) {
                causes.add(run.plan().tasks().get(number).id());
            }
        }
        var missing = causes.isEmpty()
                ? "Not shown: its tasks did not run."
                : "Not shown, because this failed: " + String.join(", ", causes) + ".";
        return new Page.Section(anchor, exhibit.title(), missing, List.of(), List.of(), List.of(), Map.of(), "");
    }

    private List<String> warnings(Exhibit exhibit) {
        var warnings = new LinkedHashSet<String>();
        for (var number : ancestors(exhibit)) {
            for (var warning : run.outcomes().get(number).warnings()) {
                warnings.add(run.plan().tasks().get(number).id() + ": " + warning);
            }
        }
        return List.copyOf(warnings);
    }

    private TreeSet<Integer> ancestors(Exhibit exhibit) {
        var ancestors = new TreeSet<Integer>();
        exhibit.edges()
                .forEach(edge -> ancestors.addAll(lineage.ancestors(run.plan().task(edge))));
        return ancestors;
    }

    private Page.TaskRow row(Task task) {
        var outcome = outcome(task);
        var plugin = task.stage().plugin();
        return new Page.TaskRow(
                task.id(),
                task.call(),
                place(task),
                word(outcome.state()),
                outcome.seconds() > 0 ? Durations.words(outcome.seconds()) : "",
                outcome.warnings(),
                outcome.message(),
                task.stage().title() + ", revision " + task.stage().revision() + ", plugin " + plugin.name() + " "
                        + plugin.version(),
                task.key());
    }

    private Map<String, String> provenance() {
        var provenance = new LinkedHashMap<String, String>();
        provenance.put("workflow", run.script().toString());
        provenance.put("run", run.id());
        provenance.put("started", run.started().toString());
        provenance.put("seed", Long.toString(run.plan().seed()));
        provenance.putAll(run.environment());
        return provenance;
    }

    private static String script() {
        return Stream.of("figures.js", "units.js", "tables.js")
                .map(PageBuilder::resource)
                .collect(Collectors.joining("\n"));
    }

    private static String resource(String name) {
        try (var stream = PageBuilder.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@code study.groovy:5:12}; empty for a task of no script. */
    private static String place(Task task) {
        var place = task.place();
        return place.line() == 0 ? "" : place.file() + ":" + place.line() + ":" + place.column();
    }

    private Outcome outcome(Task task) {
        return run.outcomes().get(task.number());
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
