package org.repframework.testkit;

import org.junit.jupiter.api.Test;
import org.repframework.spi.Artifact;
import org.repframework.spi.Evidence;
import org.repframework.spi.Gram;
import org.repframework.spi.GramMetric;
import org.repframework.spi.Inputs;

/**
 * The contract of a {@link GramMetric}, on Gram matrices of random activations. Inputs out of the ordinary are those of
 * {@link CorrelationMetricContract}; NaN and infinite numbers reach no metric: {@link Gram} refuses them.
 */
public abstract class GramMetricContract<S extends Record> extends CorrelationMetricContract<S> {

    @Override
    protected abstract GramMetric<S> stage();

    @Test
    public final void theOrderOfTheSamplesDoesNotMatter() throws Exception {
        new MetricTraits<>(this).checkOrder();
    }

    @Override
    final Evidence evidence() {
        return Evidence.GRAM;
    }

    @Override
    Inputs<Artifact> inputs(Activations activations) {
        return Slots.of("x", activations.gramX(), "y", activations.swapped().gramX());
    }
}
