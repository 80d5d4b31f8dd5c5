package org.repframework.compare;

import java.util.Optional;

/**
 * What came of a measure.
 *
 * @param label of a variant, which says what it is; empty for a measure that was asked for
 * @param evaluation empty if it could not be done
 * @param failure why not, else empty
 */
record Outcome(
        Measure measure,
        String label,
        Optional<Evaluation> evaluation,
        String failure,
        Optional<NullDistribution> nullDistribution,
        Optional<Interval> interval) {

    static Outcome of(Measure measure, Evaluation evaluation) {
        return new Outcome(measure, "", Optional.of(evaluation), "", Optional.empty(), Optional.empty());
    }

    static Outcome failed(Measure measure, String why) {
        return new Outcome(measure, "", Optional.empty(), why, Optional.empty(), Optional.empty());
    }

    Outcome labelled(String text) {
        return new Outcome(measure, text, evaluation, failure, nullDistribution, interval);
    }

    Outcome with(NullDistribution distribution) {
        return new Outcome(measure, label, evaluation, failure, Optional.of(distribution), interval);
    }

    Outcome with(Interval found) {
        return new Outcome(measure, label, evaluation, failure, nullDistribution, Optional.of(found));
    }
}
