package org.repframework.spi;

/** A matcher that works on the joint moments of two recordings: {@code match('maximum', a, b, epsilon: 0.3)}. */
public interface MomentMatcher<S extends Record> extends MomentMetric<S> {

    @Override
    default Role role() {
        return Role.MATCHER;
    }
}
