package org.repframework.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.repframework.spi.Artifact;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Inputs;
import org.repframework.spi.Matcher;
import org.repframework.spi.Matching;
import org.repframework.spi.Matrix;
import org.repframework.spi.Trait;

/**
 * The contract of a {@link Matcher}, on random correlations from -1 to 1. Out of the ordinary are {@code one unit a
 * side}, {@code more units of x}, {@code more units of y}, {@code equal correlations} and {@code dead units}, from which a
 * result is expected. NaN reaches no matcher: {@link CorrelationMatrix} refuses it.
 */
public abstract class MatcherContract<S extends Record> extends StageContract<S> {

    @Override
    protected abstract Matcher<S> stage();

    @TestFactory
    public final Stream<DynamicTest> declaredTraitsHold() {
        return Stream.concat(
                Arrays.stream(Trait.values())
                        .filter(stage().traits()::hold)
                        .map(trait ->
                                DynamicTest.dynamicTest(trait.title(), () -> new MatcherTraits<>(this).check(trait))),
                Stream.of(DynamicTest.dynamicTest("range", () -> new MatcherTraits<>(this).checkRange())));
    }

    Matching match(CorrelationMatrix correlation) throws Exception {
        return (Matching) run(bound(), Slots.of("correlation", correlation), context(1, 1))
                .byName()
                .get("matching");
    }

    static CorrelationMatrix random(long seed, int rows, int columns) {
        return correlation(Matrix.of(
                rows,
                columns,
                new Random(seed).doubles((long) rows * columns, -1, 1).toArray()));
    }

    static CorrelationMatrix correlation(Matrix values) {
        return new CorrelationMatrix("pearson", values, 100, List.of(), List.of());
    }

    @Override
    Inputs<Artifact> makeInputs() {
        return Slots.of("correlation", random(1, 6, 6));
    }

    @Override
    List<Degenerate> degenerateInputs() {
        return List.of(
                degenerate("one unit a side", random(2, 1, 1)),
                degenerate("more units of x", random(3, 7, 4)),
                degenerate("more units of y", random(4, 4, 7)),
                degenerate(
                        "equal correlations",
                        correlation(Activations.map(random(5, 5, 5).values(), value -> 0.5))),
                degenerate(
                        "dead units",
                        new CorrelationMatrix("pearson", Matrix.of(2, 2, 0, 0, 0, 0.7), 100, List.of(0), List.of(0))));
    }

    private static Degenerate degenerate(String name, CorrelationMatrix correlation) {
        return new Degenerate(name, Slots.of("correlation", correlation), Handling.RESULT);
    }
}
