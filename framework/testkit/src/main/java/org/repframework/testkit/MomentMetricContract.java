package org.repframework.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.repframework.spi.Artifact;
import org.repframework.spi.Evidence;
import org.repframework.spi.Inputs;
import org.repframework.spi.JointMoments;
import org.repframework.spi.MomentMetric;

/**
 * The contract of a {@link MomentMetric} or {@link org.repframework.spi.MomentMatcher}, on moments of random
 * activations:
 *
 * <pre>{@code
 * class LinearCkaTest extends MomentMetricContract<LinearCka.Settings> {
 *     protected LinearCka stage() { return new LinearCka(); }
 * }
 * }</pre>
 *
 * Inputs out of the ordinary are those of {@link CorrelationMetricContract}. NaN, infinite numbers and no samples reach no
 * metric: {@link JointMoments} refuses them.
 */
public abstract class MomentMetricContract<S extends Record> extends CorrelationMetricContract<S> {

    @Override
    protected abstract MomentMetric<S> stage();

    /** Further artifacts that the stage takes by name, fit for these moments. */
    protected Map<String, Artifact> named(JointMoments moments) {
        return Map.of();
    }

    @Test
    public final void complexUnitsAreComparedInRealFormIfTheStageSaysSo() throws Exception {
        assumeTrue(stage().comparesFrequencies(bound()), "comparesFrequencies() is false");
        new MetricTraits<>(this).checkComplexUnits(this::inputs);
    }

    @Override
    final Evidence evidence() {
        return Evidence.MOMENTS;
    }

    @Override
    Inputs<Artifact> inputs(Activations activations) {
        return inputs(activations.moments());
    }

    private Inputs<Artifact> inputs(JointMoments moments) {
        var inputs = new ArrayList<>(Slots.of("moments", moments).all());
        named(moments).forEach((slot, artifact) -> inputs.add(new Inputs.Input<>(slot, Map.of(), artifact)));
        return new Inputs<>(inputs);
    }
}
