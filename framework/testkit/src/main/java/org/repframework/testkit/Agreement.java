package org.repframework.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.repframework.spi.Artifact;
import org.repframework.spi.Description;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Table;

/** Whether an artifact is what was described. */
final class Agreement {

    private Agreement() {}

    static void check(String port, Description described, Artifact artifact) {
        assertEquals(
                described.type(), artifact.getClass(), () -> "the type of '" + port + "' is not the one described");
        if (described instanceof Description.OfTable table) {
            if (!table.columns().isEmpty()) {
                assertEquals(
                        table.columns(),
                        ((Table) artifact).columns(),
                        () -> "the columns of '" + port + "' are not those described");
            }
        } else if (described instanceof Description.OfMoments moments) {
            check(port, moments, (JointMoments) artifact);
        } else if (!(described instanceof Description.OfType)) {
            assertEquals(described, Descriptions.of(artifact), () -> "'" + port + "' is not what was described");
        }
    }

    private static void check(String port, Description.OfMoments described, JointMoments moments) {
        assertEquals(described.x().samples(), moments.samples(), () -> "the samples of '" + port + "'");
        assertEquals(described.x().units(), moments.unitsX(), () -> "the units of x of '" + port + "'");
        assertEquals(described.y().units(), moments.unitsY(), () -> "the units of y of '" + port + "'");
    }
}
