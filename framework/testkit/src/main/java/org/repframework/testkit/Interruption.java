package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Interrupts a stage at its first, a middle and its last question whether to stop. */
final class Interruption {

    private static final int ATTEMPTS = 3; // a busy machine may stand still for a second

    private Interruption() {}

    static void check(StageContract<?> contract) throws Exception {
        var patience = contract.patience();
        var free = quickest(contract);
        assertTrue(
                free.longestSilence() <= patience.toNanos(),
                () -> "the stage worked for " + free.longestSilence() / 1_000_000
                        + " ms without calling checkInterrupted(); at most " + patience.toMillis() + " may pass");
        assertTrue(
                free.checks() > 0 || !contract.isLong(),
                "the stage never calls checkInterrupted(); its work can take long");
        for (var at : moments(free.checks())) {
            obeyed(contract, at);
        }
    }

    private static TrialContext quickest(StageContract<?> contract) throws Exception {
        TrialContext best = null;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var context = contract.context(1, 1);
            contract.call(context).succeeded();
            best = best == null || context.longestSilence() < best.longestSilence() ? context : best;
            if (best.longestSilence() <= contract.patience().toNanos()) {
                break;
            }
        }
        return best;
    }

    private static void obeyed(StageContract<?> contract, int at) throws Exception {
        for (var attempt = 1; ; attempt++) {
            var context = interrupting(at, contract.newScratch());
            var trial = contract.call(context);
            var late = context.sinceInterruption();
            mustBeInterrupted(trial, at);
            if (late <= contract.patience().toNanos()) {
                return;
            }
            assertTrue(
                    attempt < ATTEMPTS,
                    () -> "the stage came back " + late / 1_000_000
                            + " ms after checkInterrupted() had thrown; at most "
                            + contract.patience().toMillis() + " may pass");
        }
    }

    private static void mustBeInterrupted(Trial trial, int at) {
        if (!(trial.failure() instanceof InterruptedException)) {
            fail("checkInterrupted() threw an InterruptedException at its call " + (at + 1)
                    + ", and the stage must let it pass; instead it "
                    + (trial.failure() == null ? "returned a result" : "threw " + trial.failure()));
        }
    }

    static void checkResumption(StageContract<?> contract) throws Exception {
        var free = contract.context(1, 1);
        var whole = contract.call(free).footprint();
        for (var at : moments(free.checks())) {
            var scratch = contract.newScratch();
            mustBeInterrupted(contract.call(interrupting(at, scratch)), at);
            var again = new TrialContext(1, 1, scratch, Integer.MAX_VALUE);
            StageContract.same(
                    whole,
                    contract.call(again).footprint(),
                    "interrupted at call " + (at + 1) + " of checkInterrupted() and run again in the same scratch"
                            + " directory, the stage gave other bytes than in one go");
        }
    }

    private static int[] moments(int checks) {
        return IntStream.of(0, checks / 2, checks - 1)
                .filter(at -> 0 <= at && at < checks)
                .distinct()
                .toArray();
    }

    private static TrialContext interrupting(int at, Path scratch) throws IOException {
        return new TrialContext(1, 1, scratch, at);
    }
}
