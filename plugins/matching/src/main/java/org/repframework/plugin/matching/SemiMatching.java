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
 * Semi-matching of Li et al., "Convergent Learning: Do different neural networks learn the same representations?"
 * (ICLR 2016), section 3.2: each unit takes the one of the other network that it correlates with most, and several may
 * take the same. Of equally good partners it takes the one of the lowest index, so that a dead unit, which correlates 0
 * with everything, is paired at 0 and counts in the mean.
 *
 * <p>In direction y it is the units of y that choose, and the matching is one of the transposed matrix: its units are
 * those of y and its partners those of x. With {@code absolute} it is one of the absolute correlations.
 */
final class SemiMatching implements Matcher<SemiMatching.Settings> {

    /** Whose units choose. */
    enum Direction {
        X,
        Y
    }

    record Settings(
            @Setting(
                    value = "whose units choose: each of x among those of y, or each of y among those of x",
                    defaultValue = "x")
            Direction direction,

            @Setting(value = "match by the absolute correlation", defaultValue = "false")
            boolean absolute) {}

    @Override
    public String name() {
        return "semi";
    }

    @Override
    public String summary() {
        return "each unit takes the most correlated one of the other network; several may take the same";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "mean over the units of x (direction=y: of y) of their largest correlation; several may "
                        + "take one partner (Li et al. 2016, section 3.2)",
                "that of the correlation it works on",
                "of equally good partners the one of the lowest index",
                "the number of units that choose",
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
    public Matching match(Settings settings, CorrelationMatrix correlation, StageContext context) {
        var sided = settings.direction() == Direction.X ? correlation : Correlations.transposed(correlation);
        var matched = settings.absolute() ? Correlations.absolute(sided) : sided;
        var values = matched.values();
        var none = new boolean[values.columns()];
        var pairs = new ArrayList<Matching.Pair>();
        for (var unit = 0; unit < values.rows(); unit++) {
            var partner = Correlations.best(values, unit, none);
            pairs.add(new Matching.Pair(unit, partner, values.at(unit, partner)));
        }
        return new Matching(name(), pairs, matched);
    }
}
