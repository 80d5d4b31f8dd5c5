package org.repframework.plugin.relations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.spi.StageContext;

/** Merges the two nearest clusters until there is one; of equally near ones, those of the lowest places. */
final class Agglomeration {

    /**
     * @param first a place of a unit in it, the lower one
     * @param second a place of a unit in the other
     * @param height their distance
     */
    record Join(int first, int second, double height) {}

    private Agglomeration() {}

    /**
     * All joins in their order; a cluster stands at the place of its first unit.
     *
     * @param distances between units, symmetric; used up
     */
    static List<Join> of(double[][] distances, Linkage linkage, StageContext context) throws InterruptedException {
        var open =
                IntStream.range(0, distances.length).boxed().collect(ArrayList<Integer>::new, List::add, List::addAll);
        var sizes = new int[distances.length];
        Arrays.fill(sizes, 1);
        var joins = new ArrayList<Join>();
        while (open.size() > 1) {
            context.checkInterrupted();
            var join =
                    nearest(distances, open.stream().mapToInt(Integer::intValue).toArray());
            open.remove((Integer) join.second());
            for (int other : open) {
                if (other != join.first()) {
                    var distance = linkage.distance(
                            distances[join.first()][other],
                            distances[join.second()][other],
                            join.height(),
                            sizes[join.first()],
                            sizes[join.second()],
                            sizes[other]);
                    distances[join.first()][other] = distance;
                    distances[other][join.first()] = distance;
                }
            }
            sizes[join.first()] += sizes[join.second()];
            joins.add(join);
        }
        return joins;
    }

    private static Join nearest(double[][] distances, int[] open) {
        var nearest = new Join(open[0], open[1], distances[open[0]][open[1]]);
        for (var i = 0; i < open.length; i++) {
            var row = distances[open[i]];
            for (var j = i + 1; j < open.length; j++) {
                if (row[open[j]] < nearest.height()) {
                    nearest = new Join(open[i], open[j], row[open[j]]);
                }
            }
        }
        return nearest;
    }

    /** The cluster of each unit when so many are left: the place of its first unit. */
    static int[] cut(List<Join> joins, int units, int clusters) {
        var labels = IntStream.range(0, units).toArray();
        for (var join : joins.subList(0, units - clusters)) {
            for (var unit = 0; unit < units; unit++) {
                if (labels[unit] == join.second()) {
                    labels[unit] = join.first();
                }
            }
        }
        return labels;
    }
}
