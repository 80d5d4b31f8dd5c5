package org.repframework.plugin.subspacematch;

import java.util.ArrayList;
import java.util.SplittableRandom;
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
 * A v-minimal match ({@link MinimalMatch}) of every unit v of the maximum match. Its size says among how many units the
 * subspace of v is spread: 2 where v has a partner of its own. Another replica takes units away in another order.
 */
final class Minimal implements MomentMatcher<Minimal.Settings> {

    record Settings(
            @Setting(
                    value = "how far from the other side's span a unit may be, as a share of its length",
                    min = 0,
                    max = 1)
            double epsilon) {}

    @Override
    public String name() {
        return "minimal";
    }

    @Override
    public String summary() {
        return "of each matched unit the smallest match around it that one order of removal finds; the score is their median size";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "median size of one v-minimal match for every matched unit v (Wang et al. 2018, " + "definition 5)",
                "none: activation vectors as they are",
                "a unit is matched if its distance to the other side's span is up to epsilon of its " + "length",
                "none",
                "units that are 0 on every sample are in no match and stay in the denominator; an epsilon "
                        + "near the distance by chance means nothing");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.UNIT_SCALING).between(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        return Description.of(SubspaceMatch.class);
    }

    @Override
    public SubspaceMatch correlate(Settings settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException {
        var analysis = Analysis.of(moments, settings.epsilon(), context);
        var minimal = new MinimalMatch(analysis.maximum());
        var random = new SplittableRandom(context.seed(MinimalMatch.ORDER));
        var groups = new ArrayList<int[]>();
        for (var v : analysis.match()) {
            groups.add(minimal.of(v, analysis.match(), random.split()));
            context.progress(groups.size(), analysis.match().length, "units");
        }
        return analysis.result(name(), groups, Analysis.median(groups));
    }
}
