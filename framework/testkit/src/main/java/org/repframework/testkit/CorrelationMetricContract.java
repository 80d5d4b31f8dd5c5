package org.repframework.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.repframework.spi.Artifact;
import org.repframework.spi.CorrelationMetric;
import org.repframework.spi.Evidence;
import org.repframework.spi.Inputs;
import org.repframework.spi.Ports;

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

    /** Which evidence that is. */
    abstract Evidence evidence();

    @TestFactory
    public final Stream<DynamicTest> declaredTraitsHold() {
        return new MetricTraits<>(this).tests(title -> title);
    }

    /** A class may implement several kinds of metric and choose by the sizes: each is held to what is declared. */
    @TestFactory
    public final Stream<DynamicTest> otherFormsAreHeldToTheSame() {
        return MetricForm.of(stage()).stream()
                .filter(form -> form.evidence() != evidence())
                .flatMap(this::demands);
    }

    private Stream<DynamicTest> demands(MetricForm<S> form) {
        MetricTraits.Comparison comparison = activations -> form.correlate(bound(), activations, context(1, 1));
        var agreement = DynamicTest.dynamicTest(
                "the same result, " + form.title(),
                () -> new MetricTraits<>(this).checkAgreement("the metric also works " + form.title(), comparison));
        var odd = oddActivations().stream()
                .map(one -> DynamicTest.dynamicTest(one.name() + ", " + form.title(), () -> handle(one, comparison)));
        return Stream.of(
                        Stream.of(agreement),
                        new MetricTraits<>(this, comparison).tests(title -> title + ", " + form.title()),
                        odd)
                .flatMap(tests -> tests);
    }

    private void handle(OddActivations odd, MetricTraits.Comparison comparison) throws Exception {
        var trial = Trial.of(context(1, 1), () -> Ports.of("correlation", comparison.of(odd.activations())));
        new Outcome(trial.outputs(), trial.failure()).check(handling().getOrDefault(odd.name(), odd.handling()));
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
    final List<Degenerate> degenerateInputs() throws Exception {
        var inputs = new ArrayList<Degenerate>();
        for (var odd : oddActivations()) {
            inputs.add(new Degenerate(odd.name(), inputs(odd.activations()), odd.handling()));
        }
        return inputs;
    }

    /** Two layers out of the ordinary. */
    record OddActivations(String name, Activations activations, Handling handling) {}

    List<OddActivations> oddActivations() {
        var ordinary = Activations.random(2, 100, 5, 4);
        var noise = Activations.random(3, 100, 2, 2);
        var repeated = new Activations(MetricTraits.columns(noise.x(), 0, 1, 0), MetricTraits.columns(noise.y(), 1, 1));
        return List.of(
                new OddActivations("one sample", Activations.random(4, 1, 5, 4), Handling.FAILURE),
                new OddActivations("only constant units", ordinary.map(value -> 3), Handling.FAILURE),
                new OddActivations("a constant unit", ordinary.constant(2, 3), Handling.RESULT),
                new OddActivations("units that repeat others", repeated, Handling.RESULT),
                new OddActivations("one unit a side", Activations.random(5, 100, 1, 1), Handling.RESULT),
                new OddActivations("fewer samples than units", Activations.random(6, 4, 7, 6), Handling.RESULT),
                new OddActivations("large numbers", ordinary.map(value -> value * 1e30), Handling.RESULT),
                new OddActivations("small numbers", ordinary.map(value -> value * 1e-30), Handling.RESULT));
    }
}
