package org.repframework.plugin.subspacematch;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
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
 * The simple matches of Wang et al. (NIPS 2018), theorem 2: the different v-minimal matches ({@link MinimalMatch}) over
 * all units v of the maximum match and several orders of removal. Every match is a union of simple ones. More orders
 * find more of them.
 */
final class Simple implements MomentMatcher<Simple.Settings> {

    record Settings(
            @Setting(
                    value = "how far from the other side's span a unit may be, as a share of its length",
                    min = 0,
                    max = 1)
            double epsilon,

            @Setting(value = "in how many orders units are taken away", defaultValue = "3", min = 1, max = 10_000)
            int orders) {}

    @Override
    public String name() {
        return "simple";
    }

    @Override
    public String summary() {
        return "the different smallest matches around the matched units, over several orders of removal; the score is their median size";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "median size of the simple matches: the different v-minimal matches over all v and "
                        + "several orders of removal (Wang et al. 2018, theorem 2)",
                "none: activation vectors as they are",
                "a unit is matched if its distance to the other side's span is up to epsilon of its " + "length",
                "none",
                "units that are 0 on every sample are in no match and stay in the denominator; an epsilon "
                        + "near the distance by chance means nothing; more orders find more of them");
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
        var found = new TreeSet<int[]>(Arrays::compare);
        var done = 0;
        var total = (long) settings.orders() * analysis.match().length;
        for (var order = 0; order < settings.orders(); order++) {
            for (var v : analysis.match()) {
                found.add(minimal.of(v, analysis.match(), random.split()));
                context.progress(++done, total, "matches");
            }
        }
        var groups = List.copyOf(found);
        return analysis.result(name(), groups, Analysis.median(groups));
    }
}
