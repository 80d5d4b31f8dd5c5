package org.repframework.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.repframework.compare.Comparison;
import org.repframework.compare.Comparison.Request;
import org.repframework.compare.MeasureCatalogue;
import org.repframework.compare.ResultTable;
import org.repframework.compare.Results;
import org.repframework.compare.UnusableInput;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.registry.Registry;
import org.repframework.spi.Npy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Its mistakes are found here; what computes runs in a JVM of its own ({@link NumericProcess}), which does the same again. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two matrices of activations, samples x units, row by row of the same inputs.",
            "A file is .npy, .npz (X.npz#name) or .csv, with or without a header."
        },
        footer = {
            "",
            "For example:",
            "  rep-framework compare X.npy Y.npy --measures cka,svcca:variance=0.95,bipartite:on=spearman",
            "  rep-framework compare X.npy Y.npy --measures cka --null 100 --groups images.txt --format json"
        })
public final class CompareCommand implements Callable<Integer> {

    /** How results are written. */
    enum Format {
        TABLE,
        JSON,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", index = "0", paramLabel = "X", description = "The activations of one layer.")
    private String x;

    @Parameters(
            arity = "0..1",
            index = "1",
            paramLabel = "Y",
            description = "The activations of the other, of as many rows.")
    private String y;

    @Option(
            names = "--measures",
            paramLabel = "LIST",
            description = "What to compute, each id[:setting=value]..., separated by commas.")
    private String measures;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json (one object a line) or csv (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = "--null",
            paramLabel = "K",
            defaultValue = "0",
            description = "Adds what chance gives: K draws in which the samples of Y are permuted.")
    private int nullDraws;

    @Option(
            names = "--interval",
            paramLabel = "K",
            defaultValue = "0",
            description = "Adds a 95 %% interval: K draws of the samples with replacement, percentiles.")
    private int intervalDraws;

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description = "A label a sample, a line each: samples of one label move together in the draws.")
    private Path groups;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "From which all draws are derived (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--variants",
            description = "Shows how conventions of other packages would read on these data, each with what it is.")
    private boolean variants;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes the matrix of a measure that gives one, as .npy.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads compute (default: all cores).")
    private Integer threads;

    @Option(names = "--list", description = "Explains every measure, and computes nothing.")
    private boolean list;

    @Override
    public Integer call() throws Exception {
        var registry = Wiring.connect(Path.of(".rep")).getInstance(Registry.class);
        if (!NumericProcess.isThis()) {
            Wiring.warnOfBroken(registry);
        }
        if (list) {
            var catalogue = new MeasureCatalogue(registry);
            System.out.print(format == Format.JSON ? catalogue.json() : catalogue.text());
            return 0;
        }
        try {
            checkOptions();
            try (var comparison = Comparison.open(registry, request())) {
                checkOut(comparison);
                return NumericProcess.isThis()
                        ? write(comparison.results())
                        : NumericProcess.run(
                                Wiring.installation(),
                                spec.commandLine().getParent().getParseResult().originalArgs());
            }
        } catch (UnusableInput unusable) {
            return refuse(unusable.problems());
        }
    }

    private Request request() {
        return new Request(
                x,
                y,
                measures == null ? "" : measures,
                variants,
                nullDraws,
                intervalDraws,
                Optional.ofNullable(groups),
                seed,
                threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                NumericProcess.heap());
    }

    private void checkOptions() throws UnusableInput {
        var problems = new ArrayList<Problem>();
        if (x == null || y == null) {
            problems.add(
                    wrong("two files are compared, and " + (x == null ? "none is" : "only " + x + " is") + " given")
                            .todo("rep-framework compare X.npy Y.npy --measures cka"));
        }
        if (measures == null && !variants) {
            problems.add(wrong("--measures is missing: what is to be computed")
                    .todo("for example --measures cka,svcca; --list explains each measure"));
        }
        requireDraws("--null", nullDraws, problems);
        requireDraws("--interval", intervalDraws, problems);
        if (threads != null && threads < 1) {
            problems.add(wrong("--threads is " + threads + "; it must be at least 1"));
        }
        if (!problems.isEmpty()) {
            throw new UnusableInput(problems);
        }
    }

    private static void requireDraws(String option, int draws, List<Problem> problems) {
        if (draws < 0 || draws == 1) {
            problems.add(wrong(option + " is " + draws + "; it must be at least 2 draws"));
        }
    }

    private static Problem wrong(String cause) {
        return Problem.outside(Code.WRONG_OPTION, cause);
    }

    private void checkOut(Comparison comparison) throws UnusableInput {
        if (out == null) {
            return;
        }
        if (comparison.matrices() != 1) {
            throw new UnusableInput(List.of(wrong("--out keeps the matrix of one measure, and "
                            + (comparison.matrices() == 0 ? "none" : Long.toString(comparison.matrices()))
                            + " of " + measures + " gives one")
                    .todo("for example --measures pearson --out " + out)));
        }
        var folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new UnusableInput(
                    List.of(Problem.outside(Code.WRONG_TARGET, "--out " + out + ": there is no folder " + folder)));
        }
    }

    private int write(Results results) throws IOException {
        System.out.print(
                switch (format) {
                    case JSON -> results.json();
                    case CSV -> ResultTable.csv(results);
                    case TABLE -> ResultTable.text(results);
                });
        if (out != null && results.matrix().isPresent()) {
            Files.write(out, Npy.bytes(results.matrix().get()));
        }
        results.failures().forEach(failure -> System.err.println("rep-framework: failed: " + failure));
        return results.failures().isEmpty() ? 0 : 1;
    }

    private int refuse(List<Problem> problems) {
        var json = format == Format.JSON;
        var stream = json ? System.out : System.err;
        for (var problem : problems) {
            stream.print(Diagnostics.write(problem, json ? Diagnostics.Format.JSON : Diagnostics.Format.TEXT));
        }
        return 2;
    }
}
