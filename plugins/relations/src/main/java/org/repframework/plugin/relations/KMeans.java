package org.repframework.plugin.relations;

import java.util.Arrays;
import java.util.Random;
import org.repframework.spi.StageContext;

/**
 * K-means by Lloyd's iteration from centres drawn as in k-means++ (D. Arthur and S. Vassilvitskii, 2007). The starts draw
 * with fixed seeds, so that equal points always have equal clusters; the start with the least squares wins.
 */
final class KMeans {

    private static final int STARTS = 20;
    private static final int MOST_ITERATIONS = 300;

    private final double[][] points;
    private final double[][] centres;
    private final int[] nearest; // centre of each point
    private final double[] distances; // squared, to the nearest centre

    private KMeans(double[][] points, int count) {
        this.points = points;
        centres = new double[count][];
        nearest = new int[points.length];
        distances = new double[points.length];
    }

    /**
     * The cluster of each point, 0..count-1; fewer clusters only where there are fewer different points.
     *
     * @param points at least {@code count}
     */
    static int[] of(double[][] points, int count, StageContext context) throws InterruptedException {
        var best = new KMeans(points, count);
        best.run(new Random(1), context);
        for (var start = 2; start <= STARTS; start++) {
            var other = new KMeans(points, count);
            other.run(new Random(start), context);
            if (other.squares() < best.squares()) {
                best = other;
            }
        }
        return best.nearest;
    }

    private void run(Random random, StageContext context) throws InterruptedException {
        drawCentres(random);
        for (var iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            context.checkInterrupted();
            var before = nearest.clone();
            moveCentres();
            assign(centres.length);
            if (Arrays.equals(before, nearest)) {
                return;
            }
        }
    }

    /** The first centre is any point, each next one a point drawn by its squared distance to those before. */
    private void drawCentres(Random random) {
        centres[0] = points[random.nextInt(points.length)];
        assign(1);
        for (var count = 1; count < centres.length; count++) {
            var left = random.nextDouble() * squares();
            var drawn = 0;
            while (drawn < points.length - 1 && left >= distances[drawn]) {
                left -= distances[drawn++];
            }
            centres[count] = points[drawn];
            assign(count + 1);
        }
    }

    private void assign(int count) {
        for (var point = 0; point < points.length; point++) {
            distances[point] = Double.POSITIVE_INFINITY;
            for (var centre = 0; centre < count; centre++) {
                var distance = squaredDistance(points[point], centres[centre]);
                if (distance < distances[point]) {
                    distances[point] = distance;
                    nearest[point] = centre;
                }
            }
        }
    }

    /** To the means of their points; one without points goes to the point that is farthest from its centre. */
    private void moveCentres() {
        var sizes = new int[centres.length];
        var sums = new double[centres.length][points[0].length];
        for (var point = 0; point < points.length; point++) {
            sizes[nearest[point]]++;
            for (var i = 0; i < points[point].length; i++) {
                sums[nearest[point]][i] += points[point][i];
            }
        }
        for (var centre = 0; centre < centres.length; centre++) {
            if (sizes[centre] == 0) {
                var farthest = farthest();
                centres[centre] = points[farthest];
                distances[farthest] = 0;
            } else {
                for (var i = 0; i < sums[centre].length; i++) {
                    sums[centre][i] /= sizes[centre];
                }
                centres[centre] = sums[centre];
            }
        }
    }

    private int farthest() {
        var farthest = 0;
        for (var point = 1; point < points.length; point++) {
            if (distances[point] > distances[farthest]) {
                farthest = point;
            }
        }
        return farthest;
    }

    private double squares() {
        return Arrays.stream(distances).sum();
    }

    private static double squaredDistance(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
