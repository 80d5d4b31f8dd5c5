package org.repframework.plugin.datasets;

/** What distinguishes a class: how much of the ink colour, 0..1, a point has. An image spans -1..1, y downwards. */
@FunctionalInterface
interface Motif {

    double ink(double x, double y);

    default Motif placed(double left, double top, double turn, double scale) {
        var cosine = StrictMath.cos(turn) / scale;
        var sine = StrictMath.sin(turn) / scale;
        return (x, y) -> ink((x - left) * cosine + (y - top) * sine, (y - top) * cosine - (x - left) * sine);
    }
}
