package org.repframework.spi;

import java.io.IOException;

/** Finds partners for units: {@code match('bipartite', correlation)}. */
public interface Matcher<S extends Record> extends Stage<S> {

    /** @throws Refusal if matrices of this size cannot be matched so */
    default void check(S settings, Description.OfCorrelation correlation) {}

    /** What it is, in words for the reader of its numbers. */
    default Definition definition() {
        return Definition.NONE;
    }

    /** What holds of the matching whatever the correlations, with the default settings. */
    default Traits traits() {
        return Traits.NONE;
    }

    Matching match(S settings, CorrelationMatrix correlation, StageContext context)
            throws StageFailure, InterruptedException, IOException;

    @Override
    default Role role() {
        return Role.MATCHER;
    }

    @Override
    default Ports<Description> describe(S settings, Inputs<Description> inputs, Seeds seeds) {
        check(settings, inputs.one("correlation", Description.OfCorrelation.class));
        return Ports.of("matching", Description.of(Matching.class));
    }

    @Override
    default Ports<Artifact> run(S settings, Inputs<Artifact> inputs, StageContext context)
            throws StageFailure, InterruptedException, IOException {
        return Ports.of("matching", match(settings, inputs.one("correlation", CorrelationMatrix.class), context));
    }
}
