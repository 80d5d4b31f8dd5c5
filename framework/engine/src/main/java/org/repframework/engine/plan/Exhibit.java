package org.repframework.engine.plan;

import java.util.List;
import java.util.Optional;

/** Something the script wants in the report. */
public sealed interface Exhibit {

    String title();

    /** What it is drawn from. */
    List<Edge> edges();

    /** {@code show 'Title', artifact, ...}: artifacts of one type, drawn together where their type allows it. */
    record Show(String title, List<Edge> edges) implements Exhibit {
        public Show {
            edges = List.copyOf(edges);
        }
    }

    /**
     * {@code plot 'Title', table, x: 'layer', y: 'score', series: 'reading', band: 'sd'}.
     *
     * @param x column of the horizontal axis, numbers or names
     * @param y column of the vertical axis, numbers
     * @param series column whose values name the lines; empty: one line
     * @param level the series whose mean is drawn as a level across the plot, for example a base line; empty: none
     * @param band column of half the width of a band around a line; empty: none
     */
    record Plot(
            String title,
            Edge table,
            String x,
            String y,
            Optional<String> series,
            Optional<String> band,
            Optional<String> level)
            implements Exhibit {
        @Override
        public List<Edge> edges() {
            return List.of(table);
        }
    }
}
