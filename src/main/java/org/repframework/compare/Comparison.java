package org.repframework.compare;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.repframework.engine.plan.SeedTree;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;
import org.repframework.engine.registry.Registry;
import org.repframework.spi.Refusal;
import org.repframework.spi.Seeds;
import org.repframework.spi.StageFailure;

/** Measures on the activations in two files. Opening it finds all that is wrong with what was asked; nothing runs before. */
public final class Comparison implements Closeable {

    /**
     * What a user asks for.
     *
     * @param x file of activations, samples x units
     * @param measures as written; empty: only variants
     * @param nullDraws 0: no null
     * @param intervalDraws 0: no interval
     * @param groups file with a label a sample
     * @param memory in bytes, that Java may use
     */
    public record Request(
            String x,
            String y,
            String measures,
            boolean variants,
            int nullDraws,
            int intervalDraws,
            Optional<Path> groups,
            long seed,
            int threads,
            long memory) {}

    private static final double DEFAULT_VARIANCE = 0.99;
    /** Of the memory that Java may use: beside the draws stand the results. */
    private static final double SHARE_FOR_DRAWS = 0.8;

    private final Request request;
    private final MeasureSyntax syntax;
    private final List<Measure> measures;
    private final ActivationFile x;
    private final ActivationFile y;
    private final Groups groups; // null where nothing is drawn
    private final Seeds seeds;

    private Comparison(
            Request request,
            MeasureSyntax syntax,
            List<Measure> measures,
            ActivationFile x,
            ActivationFile y,
            Groups groups) {
        this.request = request;
        this.syntax = syntax;
        this.measures = measures;
        this.x = x;
        this.y = y;
        this.groups = groups;
        seeds = new SeedTree(request.seed(), 1);
    }

    /** @throws UnusableInput with all mistakes */
    public static Comparison open(Registry registry, Request request) throws IOException, UnusableInput {
        var syntax = new MeasureSyntax(registry);
        var problems = new ArrayList<Problem>();
        List<Measure> measures = List.of();
        try {
            measures = request.measures().isEmpty() ? List.of() : syntax.parse(request.measures());
        } catch (UnusableInput wrong) {
            problems.addAll(wrong.problems());
        }
        var x = open(request.x(), problems);
        var y = open(request.y(), problems);
        try {
            Groups groups = null;
            if (x.isPresent() && y.isPresent()) {
                groups = check(request, x.get(), y.get(), problems);
            }
            if (!problems.isEmpty()) {
                throw new UnusableInput(problems);
            }
            return new Comparison(request, syntax, measures, x.get(), y.get(), groups);
        } catch (IOException | UnusableInput | RuntimeException wrong) {
            for (var file : List.of(x, y)) {
                if (file.isPresent()) {
                    file.get().close();
                }
            }
            throw wrong;
        }
    }

    private static Optional<ActivationFile> open(String name, List<Problem> problems) throws IOException {
        try {
            return Optional.of(ActivationFile.open(name));
        } catch (UnusableInput unusable) {
            problems.addAll(unusable.problems());
            return Optional.empty();
        }
    }

    private static Groups check(Request request, ActivationFile x, ActivationFile y, List<Problem> problems)
            throws IOException {
        var n = x.rows().samples();
        if (n != y.rows().samples()) {
            problems.add(Problem.outside(
                            Code.DIFFERENT_SAMPLES,
                            x.name() + " has " + n + " samples and " + y.name() + " "
                                    + y.rows().samples())
                    .todo("row i of both files belongs to the same input"));
            return null;
        }
        try {
            if (request.nullDraws() == 0 && request.intervalDraws() == 0) {
                if (request.groups().isPresent()) {
                    throw new UnusableInput(
                            Code.WRONG_OPTION, "--groups is for --null or --interval, and neither is asked for", "");
                }
                return null;
            }
            requireMemory(request, x, y);
            var groups = request.groups().isPresent()
                    ? Groups.read(request.groups().get(), n)
                    : Groups.single(Math.toIntExact(n));
            if (request.nullDraws() > 0) {
                groups.requireEqualSizes();
            }
            return groups;
        } catch (UnusableInput wrong) {
            problems.addAll(wrong.problems());
            return null;
        }
    }

    private static void requireMemory(Request request, ActivationFile x, ActivationFile y) throws UnusableInput {
        var needed = Draws.memory(x.rows(), y.rows(), request.threads());
        var allowed = SHARE_FOR_DRAWS * request.memory();
        if (needed > allowed) {
            throw new UnusableInput(
                    Code.WRONG_OPTION,
                    String.format(
                            Locale.ROOT,
                            "draws over %d samples of %d and %d units take about %.1f GB of memory, and %.1f GB may be used",
                            x.rows().samples(),
                            x.rows().units(),
                            y.rows().units(),
                            needed / 1e9,
                            allowed / 1e9),
                    String.format(
                            Locale.ROOT,
                            "%d samples would fit: take a random part of the rows, the same of both files",
                            (long) (x.rows().samples() * allowed / needed)));
        }
    }

    /** How many of the measures give a matrix of units. */
    public long matrices() {
        return measures.stream()
                .filter(measure -> MeasureSyntax.givesMatrix(measure.stage()))
                .count();
    }

    /**
     * Computes all that was asked for, the variants last.
     *
     * @throws UnusableInput if a value is NaN or infinite
     */
    public Results results() throws Exception {
        var warnings = new ArrayList<>(x.warnings());
        warnings.addAll(y.warnings());
        return new Results(
                outcomes(),
                warnings,
                x.rows().samples(),
                x.rows().units(),
                y.rows().units());
    }

    private List<Outcome> outcomes() throws Exception {
        try {
            var sides = Sides.of(x.rows(), y.rows(), request.threads());
            var outcomes = new ArrayList<Outcome>();
            for (var measure : measures) {
                outcomes.add(outcome(measure, sides));
            }
            draw(sides, outcomes);
            if (request.variants()) {
                outcomes.addAll(new Variants(syntax, sides, threshold(), request.threads(), seeds).outcomes());
            }
            return outcomes;
        } catch (NotFiniteException value) {
            throw value.unusable();
        }
    }

    private Outcome outcome(Measure measure, Sides sides) throws Exception {
        try {
            return Outcome.of(measure, Evaluation.of(measure, sides, request.threads(), seeds));
        } catch (StageFailure | Refusal impossible) {
            return Outcome.failed(measure, impossible.getMessage());
        }
    }

    /** Adds nulls and intervals to what could be computed. */
    private void draw(Sides sides, List<Outcome> outcomes) throws Exception {
        var places = new ArrayList<Integer>();
        for (var i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).evaluation().isPresent()) {
                places.add(i);
            }
        }
        if (groups == null || places.isEmpty()) {
            return;
        }
        var drawn = places.stream().map(place -> outcomes.get(place).measure()).toList();
        var draws = new Draws(drawn, sides, groups, request.threads(), seeds);
        if (request.nullDraws() > 0) {
            var scores = draws.permuted(request.nullDraws());
            for (var i = 0; i < scores.length; i++) {
                var outcome = outcomes.get(places.get(i));
                var observed = outcome.evaluation().orElseThrow().score();
                outcomes.set(
                        places.get(i),
                        outcome.with(NullDistribution.of(
                                scores[i], observed, outcome.measure().direction())));
            }
        }
        if (request.intervalDraws() > 0) {
            var scores = draws.drawn(request.intervalDraws());
            for (var i = 0; i < scores.length; i++) {
                outcomes.set(places.get(i), outcomes.get(places.get(i)).with(Interval.of(scores[i])));
            }
        }
    }

    /** The share of the variance that the user gave svcca, if he did. */
    private double threshold() {
        return measures.stream()
                .map(measure -> measure.plainSettings().get("variance"))
                .filter(Number.class::isInstance)
                .mapToDouble(variance -> ((Number) variance).doubleValue())
                .findFirst()
                .orElse(DEFAULT_VARIANCE);
    }

    @Override
    public void close() throws IOException {
        x.close();
        y.close();
    }
}
