package org.repframework.plugin.matching;

import java.util.ArrayList;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Definition;
import org.repframework.spi.Matcher;
import org.repframework.spi.Matching;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Soft matching of M. Khosla and A. H. Williams, "Soft Matching Distance: A metric on neural representations that
 * captures single-neuron tuning" (UniReps, PMLR 243, 2024), equation 5: every unit has the same weight, 1/p on one side
 * and 1/q on the other, and a unit may be split among several partners; max over T of sum T_ij c_ij, T not negative, its
 * rows adding up to 1/p and its columns to 1/q. Exact, by {@link Transport}; for p = q no unit is split, and the score is
 * that of {@link BipartiteMatching}.
 *
 * <p>The plan is a matching whose units have several partners with shares, {@code share = p T_ij}: at most p + q - 1
 * pairs, which can be listed, ordered and searched as those of any other matching.
 */
final class SoftMatching implements Matcher<SoftMatching.Settings> {

    record Settings(
            @Setting(value = "match by the absolute correlation", defaultValue = "false")
            boolean absolute) {}

    @Override
    public String name() {
        return "soft";
    }

    @Override
    public String summary() {
        return "optimal transport between the units of both sides, which all weigh the same";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "max over T not negative of sum T_ij c_ij, rows of T adding up to 1/p and columns to 1/q "
                        + "(Khosla and Williams 2024, equation 5)",
                "that of the correlation it works on",
                "exact",
                "none: the weights add up to 1",
                "a dead unit correlates 0 with everything and counts in the mean");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.PERMUTATION).between(-1, 1);
    }

    @Override
    public Matching match(Settings settings, CorrelationMatrix correlation, StageContext context)
            throws InterruptedException {
        var matched = settings.absolute() ? Correlations.absolute(correlation) : correlation;
        var values = matched.values();
        var plan = Transport.ofLargestSum(values, context);
        var whole = Transport.supply(values); // of each row
        var pairs = new ArrayList<Matching.Pair>();
        for (var unit = 0; unit < values.rows(); unit++) {
            for (var partner = 0; partner < values.columns(); partner++) {
                var carried = plan[unit][partner];
                if (carried > 0) {
                    var share = (double) carried / whole;
                    pairs.add(new Matching.Pair(unit, partner, values.at(unit, partner), share));
                }
            }
        }
        return new Matching(name(), pairs, matched);
    }
}
