package org.repframework.testkit;

import org.repframework.spi.Artifact;
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

    @Override
    Inputs<Artifact> inputs(Activations activations) {
        return Slots.of("moments", activations.moments());
    }
}
