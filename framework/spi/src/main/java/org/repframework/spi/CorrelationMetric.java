package org.repframework.spi;

/** Compares two recordings: {@code correlate('pearson', a, b)}. What it needs of them its subtype says. */
public sealed interface CorrelationMetric<S extends Record> extends Stage<S> permits MomentMetric {

    /** What holds of the result whatever the data, with the default settings. */
    default Traits traits() {
        return Traits.NONE;
    }

    @Override
    default Role role() {
        return Role.CORRELATION_METRIC;
    }
}
