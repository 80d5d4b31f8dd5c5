package org.repframework.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.repframework.engine.run.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a run: parameters, tasks, warnings, tables and what it ran on.")
public final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run's id, its folder, or latest.")
    private String name;

    @Mixin
    private ResultsFolder results;

    @Override
    public Integer call() throws IOException {
        var found = results.find(name);
        var run = found.provenance();
        System.out.println(run.workflow() + " " + run.run() + ": "
                + (run.isComplete() ? "complete" : "not complete") + ", " + LogCommand.counts(run) + ", in "
                + Durations.text(run.seconds()));
        System.out.println("script: " + run.script());
        var report = found.folder().resolve("report.html");
        System.out.println("report: " + (Files.exists(report) ? report : "none"));
        System.out.println("seed: " + run.seed());
        if (!run.parameters().isEmpty()) {
            System.out.println("\nparameters");
            var columns = new Columns();
            run.parameters()
                    .forEach((parameter, value) -> columns.add(
                            "  " + parameter,
                            shown(value),
                            String.valueOf(value)
                                            .equals(String.valueOf(
                                                    run.defaults().get(parameter)))
                                    ? ""
                                    : "(default " + shown(run.defaults().get(parameter)) + ")"));
            System.out.print(columns.text());
        }
        printTasks(run);
        printList("tables", tables(found.folder()));
        System.out.println("\nenvironment");
        var environment = new Columns();
        run.environment().forEach((key, value) -> environment.add("  " + key, value));
        System.out.print(environment.text());
        return 0;
    }

    private static void printTasks(Provenance run) {
        System.out.println("\ntasks");
        var columns = new Columns();
        for (var task : run.tasks()) {
            columns.add("  " + task.state(), task.id(), Durations.text(task.seconds()), task.call());
        }
        System.out.print(columns.text());
        printList(
                "failures",
                run.tasks().stream()
                        .filter(task ->
                                task.message() != null && !task.message().isEmpty())
                        .map(task -> task.file() + ":" + task.line() + ": " + task.id() + ": " + task.message())
                        .toList());
        printList(
                "warnings",
                run.tasks().stream()
                        .flatMap(task -> task.warnings().stream().map(warning -> task.id() + ": " + warning))
                        .toList());
    }

    private static void printList(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            System.out.println("\n" + title);
            lines.forEach(line -> System.out.println("  " + line));
        }
    }

    /** Names of a run's tables, without their endings. */
    static List<String> tables(Path run) throws IOException {
        var folder = run.resolve("tables");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".csv"))
                    .map(file -> file.substring(0, file.length() - ".csv".length()))
                    .sorted()
                    .toList();
        }
    }

    private static String shown(Object value) {
        return value instanceof String text && text.isEmpty() ? "''" : String.valueOf(value);
    }
}
