package org.repframework.engine.plan;

import java.util.Optional;
import org.repframework.engine.plan.Handle.Activations;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;

/** What two recordings must share so that their samples stand for the same inputs. */
final class Comparability {

    private Comparability() {}

    /**
     * Why two recordings cannot be compared; empty: they can.
     *
     * @param place of the second
     */
    static Optional<Problem> complaint(Activations x, Activations y, Place place) {
        if (!x.call().stage().equals(y.call().stage())
                || !x.images().edge().equals(y.images().edge())) {
            var cause = "both recordings must be made by one recorder over the same images in the same order";
            return Optional.of(Problem.of(Code.DIFFERENT_RECORDINGS, place, cause));
        }
        var ofX = x.description();
        var ofY = y.description();
        if (ofX.samples() != ofY.samples()) {
            var cause = "the recordings have " + ofX.samples() + " and " + ofY.samples() + " samples";
            return Optional.of(Problem.of(Code.DIFFERENT_SAMPLES, place, cause)
                    .todo("record both with a reading that gives equally many, for example reading: 'sum'"));
        }
        if (!ofX.drawn().equals(ofY.drawn())) {
            return Optional.of(Complaints.differentDraws(ofX, ofY, place));
        }
        return ofX.byFrequency() == ofY.byFrequency()
                ? Optional.empty()
                : Optional.of(Complaints.differentReadings(ofX, ofY, place));
    }
}
