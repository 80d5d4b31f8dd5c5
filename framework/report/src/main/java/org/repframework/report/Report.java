package org.repframework.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.repframework.engine.plan.Exhibit;
import org.repframework.engine.run.CompletedRun;
import org.repframework.engine.store.AtomicFiles;
import org.repframework.report.exhibit.Csv;
import org.repframework.report.exhibit.ExhibitRenderer;
import org.repframework.report.exhibit.FileNames;
import org.repframework.report.exhibit.Rendition;
import org.repframework.report.figure.Figure;
import org.repframework.report.page.PageBuilder;
import org.repframework.report.page.Templates;
import org.repframework.report.plan.Mark;
import org.repframework.report.plan.PlanPicture;

/** Writes a run's report, tables and figures. Every figure is drawn once, for its file and for the report. */
public final class Report {

    private record Output(Path file, Supplier<byte[]> content) {}

    /** @return what could not be drawn, in words for the user; empty: all is well */
    public List<String> write(CompletedRun run) throws IOException {
        var titles = run.plan().exhibits().stream().map(Exhibit::title).toList();
        var figureNames = new FileNames(titles);
        var renderer = new ExhibitRenderer(run, new FileNames(titles), figureNames);
        var renditions = run.displays().stream().map(renderer::render).toList();
        var plan = drawPlan(run, figureNames);
        writeAll(outputs(run, renditions, plan));
        return renditions.stream()
                .map(Rendition::complaint)
                .filter(complaint -> !complaint.isEmpty())
                .toList();
    }

    private static Figure drawPlan(CompletedRun run, FileNames names) {
        var name = names.fresh("plan");
        var marks = run.outcomes().stream().map(Mark::of).toList();
        return new Figure(name, "", new PlanPicture(run.plan().tasks(), marks).draw(name), Map.of());
    }

    private static List<Output> outputs(CompletedRun run, List<Rendition> renditions, Figure plan) {
        var directory = run.directory();
        var outputs = new ArrayList<Output>();
        outputs.add(new Output(directory.resolve("report.html"), () -> page(run, renditions, plan)));
        for (var rendition : renditions) {
            for (var sheet : rendition.sheets()) {
                outputs.add(new Output(directory.resolve("tables/" + sheet.name() + ".csv"), () -> Csv.encode(sheet)));
            }
            rendition.figures().forEach(figure -> outputs.add(output(directory, figure)));
        }
        outputs.add(output(directory, plan));
        return outputs;
    }

    private static Output output(Path directory, Figure figure) {
        return new Output(
                directory.resolve("figures/" + figure.name() + ".svg"),
                () -> figure.svg().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] page(CompletedRun run, List<Rendition> renditions, Figure plan) {
        return Templates.render(new PageBuilder(run).build(renditions, plan)).getBytes(StandardCharsets.UTF_8);
    }

    /** Side by side, because forcing a file to disk is mostly waiting. */
    private static void writeAll(List<Output> outputs) throws IOException {
        try {
            outputs.parallelStream().forEach(output -> {
                try {
                    AtomicFiles.write(output.file(), output.content().get());
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
