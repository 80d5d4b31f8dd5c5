package org.repframework.plugin.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import org.repframework.spi.CorrelationMatrix;
import org.repframework.spi.Definition;
import org.repframework.spi.Matcher;
import org.repframework.spi.Matching;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Greedy one-to-one matching: the largest correlation pairs its two units, which then are taken, and so on, until the
 * smaller side is matched whole. Of equally large ones that of the lowest unit of x, and of its partners the lowest one,
 * is taken. Its mean is at most that of {@link BipartiteMatching}.
 */
final class GreedyMatching implements Matcher<GreedyMatching.Settings> {

    record Settings(
            @Setting(value = "match by the absolute correlation", defaultValue = "false")
            boolean absolute) {}

    @Override
    public String name() {
        return "greedy";
    }

    @Override
    public String summary() {
        return "the largest correlation first, one to one";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "mean correlation when the largest entry is taken, its row and column removed, and so on",
                "that of the correlation it works on",
                "of equally good partners the one of the lowest index",
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
        var values = matched.values();
        var taken = new boolean[values.columns()];
        var partners = new int[values.rows()]; // of each unit the best that is not taken
        Arrays.setAll(partners, unit -> Correlations.best(values, unit, taken));
        var done = new boolean[values.rows()];
        var pairs = new ArrayList<Matching.Pair>();
        for (var count = 0; count < Math.min(values.rows(), values.columns()); count++) {
            context.checkInterrupted();
            var chosen = -1;
            for (var unit = 0; unit < partners.length; unit++) {
                if (done[unit]) {
                    continue;
                }
                if (taken[partners[unit]]) {
                    partners[unit] = Correlations.best(values, unit, taken);
                }
                if (chosen < 0 || values.at(unit, partners[unit]) > values.at(chosen, partners[chosen])) {
                    chosen = unit;
                }
            }
            done[chosen] = true;
            taken[partners[chosen]] = true;
            pairs.add(new Matching.Pair(chosen, partners[chosen], values.at(chosen, partners[chosen])));
        }
        pairs.sort(Comparator.comparingInt(Matching.Pair::unit));
        return new Matching(name(), pairs, matched);
    }
}
