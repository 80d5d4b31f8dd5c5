package org.repframework.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.repframework.spi.Artifact;
import org.repframework.spi.Evidence;
import org.repframework.spi.Inputs;
import org.repframework.spi.Matrix;
import org.repframework.spi.Npy;
import org.repframework.spi.SampleMetric;
import org.repframework.spi.Samples;

/**
 * The contract of a {@link SampleMetric}, on files of random activations, one sample an image. To the inputs out of the
 * ordinary of {@link CorrelationMetricContract} it adds {@code samples that repeat others} and {@code a sample of zeros},
 * from which a result is expected.
 */
public abstract class SampleMetricContract<S extends Record> extends CorrelationMetricContract<S> {

    private int files;

    @Override
    protected abstract SampleMetric<S> stage();

    @Test
    public final void theOrderOfTheSamplesDoesNotMatter() throws Exception {
        new MetricTraits<>(this).checkOrder();
    }

    @Override
    List<OddActivations> oddActivations() {
        var all = new ArrayList<>(super.oddActivations());
        var ordinary = Activations.random(7, 50, 5, 4);
        var twice = new int[100];
        for (var i = 0; i < twice.length; i++) {
            twice[i] = i % 50;
        }
        all.add(new OddActivations("samples that repeat others", ordinary.samples(twice), Handling.RESULT));
        all.add(new OddActivations("a sample of zeros", ordinary.sample(3, 0), Handling.RESULT));
        return all;
    }

    @Override
    final Evidence evidence() {
        return Evidence.SAMPLES;
    }

    @Override
    Inputs<Artifact> inputs(Activations activations) throws IOException {
        return Slots.of("x", written(activations.x()), "y", written(activations.y()));
    }

    private Samples written(Matrix samples) throws IOException {
        var file = Files.write(folder().resolve("samples-" + ++files + ".npy"), Npy.bytes(samples));
        return new Samples(file, samples.rows(), samples.columns(), 1);
    }
}
