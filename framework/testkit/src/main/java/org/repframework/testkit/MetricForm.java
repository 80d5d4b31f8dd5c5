package org.repframework.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Artifact;
import org.repframework.spi.CorrelationMetric;
import org.repframework.spi.Evidence;
import org.repframework.spi.GramMetric;
import org.repframework.spi.Matrix;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.SampleMetric;
import org.repframework.spi.StageContext;

/** A metric by one of the kinds of evidence that its class implements, whether or not it would ask for it. */
record MetricForm<S extends Record>(CorrelationMetric<S> metric, Evidence evidence) {

    static <S extends Record> List<MetricForm<S>> of(CorrelationMetric<S> metric) {
        return Arrays.stream(Evidence.values())
                .map(evidence -> new MetricForm<>(metric, evidence))
                .filter(MetricForm::exists)
                .toList();
    }

    private boolean exists() {
        return switch (evidence) {
            case MOMENTS -> metric instanceof MomentMetric<S>;
            case GRAM -> metric instanceof GramMetric<S>;
            case SAMPLES -> metric instanceof SampleMetric<S>;
            case FREQUENCIES -> false; // moments in real form
        };
    }

    /** For example {@code from samples}. */
    String title() {
        return "from " + evidence.name().toLowerCase(Locale.ROOT);
    }

    Artifact correlate(S settings, Activations activations, StageContext context) throws Exception {
        return switch (evidence) {
            case MOMENTS -> ((MomentMetric<S>) metric).correlate(settings, activations.moments(), context);
            case GRAM ->
                ((GramMetric<S>) metric)
                        .correlate(
                                settings,
                                activations.gramX(),
                                activations.swapped().gramX(),
                                context);
            case SAMPLES ->
                ((SampleMetric<S>) metric)
                        .correlate(settings, new InMemory(activations.x()), new InMemory(activations.y()), context);
            case FREQUENCIES -> throw new IllegalStateException("no form of its own");
        };
    }

    private record InMemory(Matrix values) implements ActivationMatrix {

        @Override
        public long samples() {
            return values.rows();
        }

        @Override
        public int units() {
            return values.columns();
        }

        @Override
        public int samplesPerImage() {
            return 1;
        }

        @Override
        public void read(long first, int count, double[] target) {
            for (var row = 0; row < count; row++) {
                System.arraycopy(values.rowAt((int) first + row), 0, target, row * units(), units());
            }
        }
    }
}
