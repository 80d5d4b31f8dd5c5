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
 * Bipartite matching of Li et al., "Convergent Learning: Do different neural networks learn the same representations?"
 * (ICLR 2016), section 3.2: the one-to-one assignment with the largest sum of correlations. The smaller side is matched
 * whole, its dead units, which correlate 0 with everything, included. With {@code absolute} the matching is one of the
 * absolute correlations.
 */
final class BipartiteMatching implements Matcher<BipartiteMatching.Settings> {

    record Settings(
            @Setting(value = "match by the absolute correlation", defaultValue = "false")
            boolean absolute) {}

    @Override
    public String name() {
        return "bipartite";
    }

    @Override
    public String summary() {
        return "the one-to-one assignment with the largest sum of correlations";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "mean correlation of the one-to-one assignment with the largest sum (Li et al. 2016, " + "section 3.2)",
                "that of the correlation it works on",
                "exact; among equally good assignments always the same",
                "the smaller number of units, all of which are matched",
                "a dead unit correlates 0 with everything and counts in the mean");
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
    public Matching match(Settings settings, CorrelationMatrix correlation, StageContext context)
            throws InterruptedException {
        var matched = settings.absolute() ? Correlations.absolute(correlation) : correlation;
        var partners = Assignment.ofLargestSum(matched.values(), context);
        var pairs = new ArrayList<Matching.Pair>();
        for (var unit = 0; unit < partners.length; unit++) {
            if (partners[unit] != Assignment.NONE) {
                pairs.add(
                        new Matching.Pair(unit, partners[unit], matched.values().at(unit, partners[unit])));
            }
        }
        return new Matching(name(), pairs, matched);
    }
}
