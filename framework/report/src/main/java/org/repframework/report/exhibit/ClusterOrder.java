package org.repframework.report.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.repframework.spi.Clustering;

/** An order of units in which each cluster stands together. */
final class ClusterOrder {

    private ClusterOrder() {}

    /** As the leaves of the tree where there is one, else by cluster, units of x before those of y; dead units last. */
    static int[] of(Clustering clustering) {
        var units = clustering.clusters().size();
        var living = clustering.merges().isEmpty() ? byCluster(clustering) : leaves(clustering, units);
        var dead =
                IntStream.range(0, units).filter(unit -> clustering.clusters().get(unit) == Clustering.NONE);
        return IntStream.concat(living.stream().mapToInt(Integer::intValue), dead)
                .toArray();
    }

    private static List<Integer> byCluster(Clustering clustering) {
        return IntStream.range(0, clustering.clusters().size())
                .boxed()
                .filter(unit -> clustering.clusters().get(unit) != Clustering.NONE)
                .sorted(Comparator.comparingInt(unit -> clustering.clusters().get(unit)))
                .toList();
    }

    private static List<Integer> leaves(Clustering clustering, int units) {
        var members = new ArrayList<List<Integer>>();
        for (var unit = 0; unit < units; unit++) {
            members.add(List.of(unit));
        }
        for (var merge : clustering.merges()) {
            var both = new ArrayList<>(members.get(merge.first()));
            both.addAll(members.get(merge.second()));
            members.add(both);
        }
        return members.get(members.size() - 1);
    }
}
