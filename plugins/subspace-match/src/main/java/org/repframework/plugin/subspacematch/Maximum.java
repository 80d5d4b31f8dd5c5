package org.repframework.plugin.subspacematch;

import java.util.List;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.JointMoments;
import org.repframework.spi.MomentMatcher;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.SubspaceMatch;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * The similarity (|X*| + |Y*|) / (|X| + |Y|) of Wang et al. (NIPS 2018), section 3, with the maximum match behind it
 * ({@link MaximumMatch}). Not centred; dead units are in no match and stay in the denominator. Unrelated units match at
 * an epsilon at or above the distance that they have by chance ({@link Chance}), which stands in the result.
 */
final class Maximum implements MomentMatcher<Maximum.Settings> {

    record Settings(
            @Setting(
                    value = "how far from the other side's span a unit may be, as a share of its length",
                    min = 0,
                    max = 1)
            double epsilon) {}

    @Override
    public String name() {
        return "maximum";
    }

    @Override
    public String summary() {
        return "units of both sides that span the same space up to epsilon; the score is their share, 0 to 1";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "(|X*| + |Y*|) / (p + q) of the maximum epsilon-approximate match (Wang et al. 2018, " + "section 3)",
                "none: activation vectors as they are",
                "a unit is matched if its distance to the other side's span is up to epsilon of its " + "length",
                "p + q",
                "units that are 0 on every sample are in no match and stay in the denominator; an epsilon "
                        + "near the distance by chance means nothing");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.PERMUTATION, Trait.UNIT_SCALING).between(0, 1);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        return Description.of(SubspaceMatch.class);
    }

    @Override
    public SubspaceMatch correlate(Settings settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException {
        var analysis = Analysis.of(moments, settings.epsilon(), context);
        var match = analysis.match();
        return analysis.result(
                name(),
                match.length == 0 ? List.of() : List.of(match),
                (double) match.length / (moments.unitsX() + moments.unitsY()));
    }
}
