package org.repframework.plugin.matching;

import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Definition;
import org.repframework.spi.Matcher;
import org.repframework.spi.Matching;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Units that are each other's best partner. The score is their share of the units of x, dead ones included. A dead unit,
 * which correlates 0 with everything, has no best partner; of equally good ones the lowest is the best. There may be no
 * pair at all, and the score is 0 then.
 */
final class MutualMatching implements Matcher<MutualMatching.Settings> {

    record Settings(
            @Setting(value = "match by the absolute correlation", defaultValue = "false")
            boolean absolute) {}

    @Override
    public String name() {
        return "mutual";
    }

    @Override
    public String summary() {
        return "units that are each other's best partner; the score is their share of the units of x";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "share of the units of x whose best partner has them as its best",
                "that of the correlation it works on",
                "of equally good partners the one of the lowest index",
                "the number of units of x",
                "a dead unit has no best partner and stays in the divisor; 0 without any pair, with a " + "warning");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.PERMUTATION).between(-1, 1);
    }

    @Override
    public Matching match(Settings settings, CorrelationMatrix correlation, StageContext context) {
        var matched = settings.absolute() ? Correlations.absolute(correlation) : correlation;
        var values = matched.values();
        var transposed = values.transposed();
        var none = new boolean[Math.max(values.rows(), values.columns())];
        var pairs = new ArrayList<Matching.Pair>();
        for (var unit = 0; unit < values.rows(); unit++) {
            var partner = Correlations.best(values, unit, none);
            if (Correlations.best(transposed, partner, none) == unit
                    && !matched.deadX().contains(unit)
                    && !matched.deadY().contains(partner)) {
                pairs.add(new Matching.Pair(unit, partner, values.at(unit, partner)));
            }
        }
        if (pairs.isEmpty()) {
            context.warn("no two units are each other's best partner");
        }
        return new Matching(name(), (double) pairs.size() / values.rows(), pairs, matched, List.of());
    }
}
