package org.repframework.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters over the units of two layers together, a many-to-many matching.
 *
 * @param method the matcher's name, for example {@code spectral-clusters}
 * @param clusters of each unit its cluster, 0..k-1 in the order of their first units, or {@link #NONE}: first the p units
 *     of x, then the q units of y
 * @param unitsX p
 * @param count k
 * @param correlation of all units of both layers with each other, p + q square
 * @param merges for a hierarchical clustering the merges in their order, one less than there are living units; else
 *     empty
 */
public record Clustering(
        String method, List<Integer> clusters, int unitsX, int count, Matrix correlation, List<Merge> merges)
        implements Artifact, Scored {

    /** The cluster of a dead unit. */
    public static final int NONE = -1;

    /**
     * Two clusters become one. Units are 0..p+q-1, the i-th merge makes cluster p+q+i.
     *
     * @param height their distance
     */
    public record Merge(int first, int second, double height) {}

    public Clustering {
        clusters = List.copyOf(clusters);
        merges = List.copyOf(merges);
    }

    /** The number of clusters, and the share of all units whose cluster has units of both layers. */
    @Override
    public Map<String, Double> scores() {
        var hasX = new boolean[count];
        var hasY = new boolean[count];
        for (var unit = 0; unit < clusters.size(); unit++) {
            if (clusters.get(unit) != NONE) {
                (unit < unitsX ? hasX : hasY)[clusters.get(unit)] = true;
            }
        }
        var shared = clusters.stream()
                .filter(cluster -> cluster != NONE && hasX[cluster] && hasY[cluster])
                .count();
        var scores = new LinkedHashMap<String, Double>();
        scores.put("clusters", (double) count);
        scores.put("shared", (double) shared / clusters.size());
        return scores;
    }
}
