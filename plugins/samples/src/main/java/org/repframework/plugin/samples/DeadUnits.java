package org.repframework.plugin.samples;

import java.util.ArrayList;
import java.util.List;
import org.repframework.spi.StageContext;

/** The dead units of one side, ascending. */
record DeadUnits(String side, List<Integer> units) {

    DeadUnits(String side) {
        this(side, new ArrayList<>());
    }

    /** Whether a unit is dead, which is noted; units are asked for in ascending order. */
    boolean note(int unit, double[] column) {
        var dead = UnitColumns.dead(column);
        if (dead) {
            units.add(unit);
        }
        return dead;
    }

    /** @param all units of the side */
    void warn(int all, String meaning, StageContext context) {
        if (!units.isEmpty()) {
            context.warn("dead units of " + side + ": " + units.size() + " of " + all + "; " + meaning);
        }
    }
}
