package org.repframework.plugin.relations;

import java.util.Arrays;
import java.util.List;
import org.repframework.spi.Clustering;
import org.repframework.spi.Definition;
import org.repframework.spi.Description;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;
import org.repframework.spi.MomentMatcher;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Spectral clusters over the units of both layers as one graph: Li et al., "Convergent Learning: Do different neural
 * networks learn the same representations?" (ICLR 2016), section 5, by the algorithm of A. Ng, M. Jordan and Y. Weiss,
 * "On Spectral Clustering: Analysis and an algorithm" (NIPS 2001): the eigenvectors of the k smallest eigenvalues of the
 * normalised Laplacian, one row a unit, rows scaled to length 1, k-means. Dead units are no part of the graph and in no
 * cluster.
 */
final class SpectralClusters implements MomentMatcher<SpectralClusters.Settings> {

    /** A unit with less than this in the chosen eigenvectors is in none of their components. */
    private static final double LEAST_LENGTH = 1e-10;

    record Settings(
            @Setting(value = "number of clusters; 0: where the eigengap is largest", defaultValue = "0", min = 0)
            int clusters,

            @Setting(
                    value = "what a negative correlation counts: as its absolute value, or as 0",
                    defaultValue = "absolute")
            UnitGraph.Negative negative) {}

    @Override
    public String name() {
        return "spectral-clusters";
    }

    @Override
    public String summary() {
        return "clusters over the units of both layers, from the eigenvectors of their graph's normalised Laplacian";
    }

    @Override
    public Definition definition() {
        return new Definition(
                "k-means on the rows of the k smallest eigenvectors of the normalised Laplacian of all units' correlations (Li et al. 2016)",
                "the mean of each unit, over the samples",
                "k by the largest gap of eigenvalues, or as given; 20 starts with fixed seeds",
                "none",
                "dead units are in no cluster and stay in the denominator");
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.TRANSLATION, Trait.UNIT_SCALING).between(0, Double.POSITIVE_INFINITY);
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
        var graph = UnitGraph.of(correlations, combined, settings.negative());
        context.checkInterrupted();
        var eigen = graph.eigen();
        var count = graph.clusters(settings.clusters(), eigen, context);
        var labels = KMeans.of(rows(eigen.leading(count)), count, context);
        return new Clustering(
                name(),
                List.of(graph.clustersOfAll(labels, correlations.count())),
                moments.unitsX(),
                count,
                combined,
                List.of());
    }

    /** One row a unit, scaled to length 1. */
    private static double[][] rows(Matrix leading) {
        var units = leading.transposed();
        var rows = new double[units.rows()][];
        for (var unit = 0; unit < rows.length; unit++) {
            var row = units.rowAt(unit);
            var length =
                    Math.sqrt(Arrays.stream(row).map(value -> value * value).sum());
            rows[unit] = Arrays.stream(row)
                    .map(value -> length < LEAST_LENGTH ? 0 : value / length)
                    .toArray();
        }
        return rows;
    }
}
