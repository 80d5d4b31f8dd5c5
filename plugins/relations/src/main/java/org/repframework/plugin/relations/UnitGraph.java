package org.repframework.plugin.relations;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.repframework.numerics.SymmetricEigen;
import org.repframework.spi.Clustering;
import org.repframework.spi.Matrix;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;

/**
 * The living units of both layers as one graph, every two of them joined by how alike they are, each with itself by 1.
 *
 * @param units the living ones, ascending, of all p + q; the other methods number them by their place here
 * @param likeness living units square, 0 to 1
 */
record UnitGraph(int[] units, double[][] likeness) {

    /** What a negative correlation is worth. */
    enum Negative {
        ABSOLUTE {
            @Override
            double likeness(double correlation) {
                return Math.abs(correlation);
            }
        },
        ZERO {
            @Override
            double likeness(double correlation) {
                return Math.max(0, correlation);
            }
        };

        abstract double likeness(double correlation);
    }

    static UnitGraph of(UnitCorrelations correlations, Matrix combined, Negative negative) {
        var units = IntStream.range(0, correlations.count())
                .filter(unit -> !correlations.dead(unit))
                .toArray();
        var likeness = new double[units.length][units.length];
        for (var i = 0; i < units.length; i++) {
            for (var j = 0; j < units.length; j++) {
                likeness[i][j] = negative.likeness(combined.at(units[i], units[j]));
            }
        }
        return new UnitGraph(units, likeness);
    }

    /** @throws Refusal if there are fewer units than clusters */
    static void check(int clusters, RecordingDescription x, RecordingDescription y) {
        if (clusters > x.units() + y.units()) {
            throw Refusal.of(
                    "clusters",
                    "clusters is " + clusters + ", but there are " + x.units() + " + " + y.units() + " units");
        }
    }

    int size() {
        return units.length;
    }

    /**
     * Eigenpairs of D^-1/2 W D^-1/2, W the likenesses and D their row sums; the eigenvalues of the normalised Laplacian
     * are 1 less these, so that its smallest come first.
     */
    SymmetricEigen eigen() {
        var size = size();
        var roots = Arrays.stream(likeness)
                .mapToDouble(row -> Math.sqrt(Arrays.stream(row).sum()))
                .toArray();
        var values = new double[size * size];
        for (var i = 0; i < values.length; i++) {
            values[i] = likeness[i / size][i % size] / (roots[i / size] * roots[i % size]);
        }
        return SymmetricEigen.of(Matrix.of(size, size, values));
    }

    /**
     * The number of clusters asked for, or where that is 0 the one by the eigengap: the k after which the next eigenvalue
     * of the Laplacian is the farthest off (U. von Luxburg, "A tutorial on spectral clustering", Statistics and Computing
     * 17, 2007, section 8.3), of at least 2 and at most so many that a cluster has two units on the average.
     *
     * @throws StageFailure if fewer units live than clusters are asked for
     */
    int clusters(int asked, SymmetricEigen eigen, StageContext context) throws StageFailure {
        if (asked > size()) {
            throw new StageFailure("clusters is " + asked + ", but only " + size() + " units live");
        }
        if (asked > 0) {
            return asked;
        }
        var most = Math.max(1, size() / 2);
        var best = Math.min(2, most);
        for (var k = best + 1; k <= most; k++) {
            if (gap(eigen, k) > gap(eigen, best)) {
                best = k;
            }
        }
        if (best > 1 && gap(eigen, 1) > gap(eigen, best)) {
            context.warn("the units hardly fall into clusters: the largest eigengap is that of a single one");
        }
        return best;
    }

    private static double gap(SymmetricEigen eigen, int k) {
        return eigen.values().at(0, k - 1) - eigen.values().at(0, k);
    }

    /**
     * The clusters of all p + q units, renumbered in the order of their first units.
     *
     * @param labels one of each living unit; equal ones share a cluster
     */
    Integer[] clustersOfAll(int[] labels, int all) {
        var numbers = new int[Arrays.stream(labels).max().orElseThrow() + 1];
        Arrays.fill(numbers, Clustering.NONE);
        var clusters = new Integer[all];
        Arrays.fill(clusters, Clustering.NONE);
        var next = 0;
        for (var i = 0; i < labels.length; i++) {
            if (numbers[labels[i]] == Clustering.NONE) {
                numbers[labels[i]] = next++;
            }
            clusters[units[i]] = numbers[labels[i]];
        }
        return clusters;
    }
}
