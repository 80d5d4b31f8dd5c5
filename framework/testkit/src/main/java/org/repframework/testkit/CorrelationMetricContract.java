package org.repframework.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.repframework.spi.Artifact;
import org.repframework.spi.CorrelationMetric;
import org.repframework.spi.Inputs;
import org.repframework.spi.Trait;

/**
 * What is expected of every {@link CorrelationMetric}, on random activations, of which it is given the evidence that it
 * needs. Extend {@link MomentMetricContract}, {@link GramMetricContract} or {@link SampleMetricContract}.
 *
 * <p>Out of the ordinary are {@code one sample} and {@code only constant units}, from which a failure is expected, and {@code
 * a constant unit}, {@code units that repeat others}, {@code one unit a side}, {@code fewer samples than units},
 * {@code large numbers} and {@code small numbers}, from which a result is.
 */
public abstract class CorrelationMetricContract<S extends Record> extends StageContract<S> {

    @Override
    protected abstract CorrelationMetric<S> stage();

    /** How exactly a trait holds, as a share of the larger value where that is above 1. */
    protected double tolerance() {
        return 1e-9;
    }

    /** The evidence of two layers, slot by slot. */
    abstract Inputs<Artifact> inputs(Activations activations) throws Exception;

    @TestFactory
    public final Stream<DynamicTest> declaredTraitsHold() {
        return Stream.concat(
                Arrays.stream(Trait.values())
                        .filter(stage().traits()::hold)
                        .map(trait ->
                                DynamicTest.dynamicTest(trait.title(), () -> new MetricTraits<>(this).check(trait))),
                Stream.of(DynamicTest.dynamicTest("range", () -> new MetricTraits<>(this).checkRange())));
    }

    Artifact correlate(Activations activations) throws Exception {
        return correlate(inputs(activations));
    }

    Artifact correlate(Inputs<Artifact> given) throws Exception {
        var outputs = run(bound(), given, context(1, 1));
        return outputs.byName().get(outputs.first());
    }

    @Override
    Inputs<Artifact> makeInputs() throws Exception {
        return inputs(Activations.random(1, 100, 5, 4));
    }

    @Override
    List<Degenerate> degenerateInputs() throws Exception {
        var ordinary = Activations.random(2, 100, 5, 4);
        var noise = Activations.random(3, 100, 2, 2);
        return List.of(
                degenerate("one sample", Activations.random(4, 1, 5, 4), Handling.FAILURE),
                degenerate("only constant units", ordinary.map(value -> 3), Handling.FAILURE),
                degenerate("a constant unit", ordinary.constant(2, 3), Handling.RESULT),
                degenerate(
                        "units that repeat others",
                        new Activations(
                                MetricTraits.columns(noise.x(), 0, 1, 0), MetricTraits.columns(noise.y(), 1, 1)),
                        Handling.RESULT),
                degenerate("one unit a side", Activations.random(5, 100, 1, 1), Handling.RESULT),
                degenerate("fewer samples than units", Activations.random(6, 4, 7, 6), Handling.RESULT),
                degenerate("large numbers", ordinary.map(value -> value * 1e30), Handling.RESULT),
                degenerate("small numbers", ordinary.map(value -> value * 1e-30), Handling.RESULT));
    }

    final Degenerate degenerate(String name, Activations activations, Handling handling) throws Exception {
        return new Degenerate(name, inputs(activations), handling);
    }
}
