package org.repframework.plugin.relations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.repframework.spi.Clustering;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.JointMoments;
import org.repframework.spi.MomentMatcher;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Hierarchical clusters over the units of both layers together, at the distance 1 - |correlation|: Li et al., "Convergent
 * Learning: Do different neural networks learn the same representations?" (ICLR 2016), section 5. The number of clusters
 * at which the tree is cut is, unless given, that of the eigengap, as for {@link SpectralClusters}. Dead units are not
 * merged and in no cluster.
 */
final class HierarchicalClusters implements MomentMatcher<HierarchicalClusters.Settings> {

    record Settings(
            @Setting(
                    value = "how far two clusters are: the mean or the largest distance of their units, or Ward's",
                    defaultValue = "average")
            Linkage linkage,

            @Setting(value = "number of clusters; 0: where the eigengap is largest", defaultValue = "0", min = 0)
            int clusters) {}

    @Override
    public String name() {
        return "hierarchical-clusters";
    }

    @Override
    public String summary() {
        return "clusters over the units of both layers, merged one by one, with their dendrogram";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "agglomeration of all units by the distance 1 - |correlation|, by average, complete or Ward's linkage",
                "the mean of each unit, over the samples",
                "of equal distances the pair of the lowest indices merges first",
                "none",
                "dead units are in no cluster and stay in the denominator");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.PERMUTATION, Trait.TRANSLATION, Trait.UNIT_SCALING)
                .between(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        UnitGraph.check(settings.clusters(), x, y);
        return Description.of(Clustering.class);
    }

    @Override
    public Clustering correlate(Settings settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException {
        var correlations = new UnitCorrelations(moments);
        correlations.examine("they are in no cluster", context);
        var combined = correlations.combined();
        var graph = UnitGraph.of(correlations, combined, UnitGraph.Negative.ABSOLUTE);
        context.checkInterrupted();
        var count = graph.clusters(settings.clusters(), graph.eigen(), context);
        var distances = Arrays.stream(graph.likeness())
                .map(row -> Arrays.stream(row).map(likeness -> 1 - likeness).toArray())
                .toArray(double[][]::new);
        var joins = Agglomeration.of(distances, settings.linkage(), context);
        return new Clustering(
                name(),
                List.of(graph.clustersOfAll(Agglomeration.cut(joins, graph.size(), count), correlations.count())),
                moments.unitsX(),
                count,
                combined,
                merges(joins, graph.units(), correlations.count()));
    }

    /** In the numbers of {@link Clustering.Merge}. */
    private static List<Clustering.Merge> merges(List<Agglomeration.Join> joins, int[] units, int all) {
        var clusters = units.clone(); // of each place, the number of the cluster that stands there
        var merges = new ArrayList<Clustering.Merge>();
        for (var join : joins) {
            merges.add(new Clustering.Merge(clusters[join.first()], clusters[join.second()], join.height()));
            clusters[join.first()] = all + merges.size() - 1;
        }
        return merges;
    }
}
