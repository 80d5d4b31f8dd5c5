package org.repframework.spi;

/** A matcher that works on the samples of two recordings, for example to try it on permuted images. */
public interface SampleMatcher<S extends Record> extends SampleMetric<S> {

    @Override
    default Role role() {
        return Role.MATCHER;
    }
}
