package org.repframework.plugin.subspacematch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.repframework.spi.JointMoments;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.SubspaceMatch;

/**
 * What the three matchers share: the unit vectors, their maximum match, the distance by chance, and what a reader is
 * warned of.
 *
 * @param match the units of the maximum match, ascending
 */
record Analysis(UnitVectors vectors, MaximumMatch maximum, int[] match, double epsilon, double chance) {

    static Analysis of(JointMoments moments, double epsilon, StageContext context)
            throws StageFailure, InterruptedException {
        if (moments.samples() < 2) {
            throw new StageFailure(
                    "with one sample every unit is a multiple of every other: there is nothing to match");
        }
        var vectors = UnitVectors.of(moments);
        warnOfDead("x", vectors, 0, moments.unitsX(), context);
        warnOfDead("y", vectors, moments.unitsX(), vectors.dead().length, context);
        var chance = Chance.distance(vectors);
        if (epsilon >= chance) {
            context.warn(String.format(
                    Locale.ROOT,
                    "epsilon is %s, but when samples are permuted the median unit is within %.3f of the other side's span:"
                            + " unrelated units match as well; take a smaller epsilon%s",
                    epsilon,
                    chance,
                    chance < 0.5 ? " or more images" : ""));
        }
        var maximum = new MaximumMatch(vectors, epsilon, context);
        var match = maximum.within(vectors.living());
        if (match.length == 0) {
            context.warn("no unit is within " + epsilon + " of the other side's span");
        }
        return new Analysis(vectors, maximum, match, epsilon, chance);
    }

    private static void warnOfDead(String side, UnitVectors vectors, int from, int to, StageContext context) {
        var dead =
                IntStream.range(from, to).filter(unit -> vectors.dead()[unit]).count();
        if (dead > 0) {
            context.warn("dead units of " + side + ": " + dead + " of " + (to - from)
                    + " are 0 on every sample; they match nothing and count in the number of units");
        }
    }

    /** @param groups each the units of a match, ascending */
    SubspaceMatch result(String method, List<int[]> groups, double score) {
        var dead = IntStream.range(0, vectors.dead().length)
                .filter(unit -> vectors.dead()[unit])
                .toArray();
        return new SubspaceMatch(
                method,
                epsilon,
                groups.stream()
                        .map(units -> new SubspaceMatch.Group(list(vectors.inX(units)), list(vectors.inY(units))))
                        .toList(),
                vectors.unitsX(),
                vectors.dead().length - vectors.unitsX(),
                list(vectors.inX(dead)),
                list(vectors.inY(dead)),
                chance,
                score);
    }

    /** Of the sizes of matches; 0 without any. */
    static double median(List<int[]> groups) {
        if (groups.isEmpty()) {
            return 0;
        }
        var sizes = groups.stream().mapToInt(units -> units.length).sorted().toArray();
        return (sizes[(sizes.length - 1) / 2] + sizes[sizes.length / 2]) / 2.0;
    }

    private static List<Integer> list(int[] units) {
        return Arrays.stream(units).boxed().toList();
    }
}
