package org.repframework.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Gram;
import org.repframework.spi.Matrix;
import org.repframework.spi.Seeds;

/**
 * The scores of measures over many draws of the samples: permuted, for a null, or with replacement, for an interval. The
 * draws run side by side; each has its own random numbers, so that the scores depend on the seed alone.
 */
final class Draws {

    private final List<Measure> measures;
    private final Sides original;
    private final double[] x; // (samples x p)
    private final double[] y; // (samples x q)
    private final Groups groups;
    private final int threads;
    private final Seeds seeds;
    private PermutedMoments moments;

    Draws(List<Measure> measures, Sides original, Groups groups, int threads, Seeds seeds) throws IOException {
        this.measures = measures;
        this.original = original;
        x = ChosenRows.load(original.x());
        y = ChosenRows.load(original.y());
        this.groups = groups;
        this.threads = threads;
        this.seeds = seeds;
    }

    /** Bytes that all this takes; a draw holds its own copy of y, of both sides where they are drawn. */
    static double memory(ActivationMatrix x, ActivationMatrix y, int threads) {
        return 8.0 * x.samples() * (x.units() + y.units()) * (2 + threads);
    }

    /** Scores by measure and draw, y permuted. */
    double[][] permuted(int count) throws Exception {
        return scores("null", count, random -> {
            var rows = groups.permuted(random);
            return new Sides(
                    original.x(),
                    new ChosenRows(y, original.y().units(), rows),
                    () -> permutedMoments().of(rows),
                    original::gramX,
                    () -> permuted(original.gramY(), rows));
        });
    }

    /** Scores by measure and draw, whole groups drawn with replacement. */
    double[][] drawn(int count) throws Exception {
        return scores("interval", count, random -> {
            var rows = groups.drawn(random);
            return Sides.of(
                    new ChosenRows(x, original.x().units(), rows),
                    new ChosenRows(y, original.y().units(), rows),
                    1);
        });
    }

    private synchronized PermutedMoments permutedMoments() throws IOException, InterruptedException {
        if (moments == null) {
            moments = new PermutedMoments(original.moments(), x, y);
        }
        return moments;
    }

    private interface Drawing {
        Sides sides(SplittableRandom random);
    }

    private double[][] scores(String purpose, int count, Drawing drawing) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var tasks = IntStream.range(0, count)
                    .mapToObj(draw -> (Callable<double[]>)
                            () -> scores(drawing.sides(new SplittableRandom(seeds.seed(purpose + "/" + draw)))))
                    .toList();
            var scores = new double[measures.size()][count];
            var results = new ArrayList<>(pool.invokeAll(tasks));
            for (var draw = 0; draw < count; draw++) {
                var one = results.get(draw).get();
                for (var i = 0; i < one.length; i++) {
                    scores[i][draw] = one[i];
                }
            }
            return scores;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            pool.shutdownNow();
        }
    }

    private double[] scores(Sides sides) throws Exception {
        var scores = new double[measures.size()];
        for (var i = 0; i < scores.length; i++) {
            scores[i] = Evaluation.of(measures.get(i), sides, 1, seeds).score();
        }
        return scores;
    }

    private static Gram permuted(Gram gram, int[] rows) {
        var n = rows.length;
        var values = gram.values().toArray();
        var permuted = new double[values.length];
        for (var i = 0; i < n; i++) {
            for (var j = 0; j < n; j++) {
                permuted[i * n + j] = values[rows[i] * n + rows[j]];
            }
        }
        return new Gram(Matrix.of(n, n, permuted), gram.units());
    }
}
