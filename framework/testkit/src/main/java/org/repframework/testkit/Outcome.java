package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import org.repframework.spi.Artifact;
import org.repframework.spi.Ports;
import org.repframework.spi.Refusal;
import org.repframework.spi.StageFailure;

/**
 * What a stage made of an input out of the ordinary.
 *
 * @param failure null if there is a result
 */
record Outcome(Ports<Artifact> outputs, Throwable failure) {

    /** Describes first and runs then, as the framework does. */
    static <S extends Record> Outcome of(StageContract<S> contract, Degenerate degenerate) throws Exception {
        var settings = contract.boundWith(degenerate.settings());
        var context = contract.context(1, 1);
        var trial = Trial.of(context, () -> {
            contract.describe(settings, degenerate.inputs(), context);
            return contract.run(settings, degenerate.inputs(), context);
        });
        return new Outcome(trial.outputs(), trial.failure());
    }

    void check(Handling expected) {
        if (failure == null) {
            outputs.byName().forEach(Soundness::check);
            if (expected == Handling.FAILURE) {
                fail("a Refusal or StageFailure was expected, but there is a result; if it is right, let handling()"
                        + " say RESULT");
            }
        } else if (!(failure instanceof Refusal) && !(failure instanceof StageFailure)) {
            fail("only a Refusal or a StageFailure tells the user what to do, but this was " + failure, failure);
        } else if (failure.getMessage() == null || failure.getMessage().isBlank()) {
            fail("the failure has no message", failure);
        } else if (expected == Handling.RESULT) {
            fail(
                    "a result was expected, but there is a failure; if it is right, let handling() say FAILURE: "
                            + failure.getMessage(),
                    failure);
        }
    }
}
