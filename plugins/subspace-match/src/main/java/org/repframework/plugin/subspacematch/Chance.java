package org.repframework.plugin.subspacematch;

import java.util.Arrays;

/**
 * How far units are from the other side's span by chance. Vectors that are not centred are partly parallel, and a span of
 * many vectors comes near any vector of few samples.
 *
 * <p>Averaged over all permutations of the samples of y, the projection onto its span is h on the constant direction and
 * (r - h) / (n - 1) on every other: r is the rank of the span and h the squared length of the unit constant vector's
 * projection onto it. So a unit of length 1, of which the share s is constant, is expected at a squared distance of
 * {@code 1 - h s - (r - h) (1 - s) / (n - 1)}, without drawing any permutation.
 */
final class Chance {

    private Chance() {}

    /** The median over the living units of both sides of the distance from the other's span; 1 if all are dead. */
    static double distance(UnitVectors vectors) {
        var living = vectors.living();
        if (living.length == 0) {
            return 1;
        }
        var x = constantWithin(vectors, vectors.xx(), vectors.inX(living), 0);
        var y = constantWithin(vectors, vectors.yy(), vectors.inY(living), vectors.unitsX());
        var distances = Arrays.stream(living)
                .mapToDouble(unit -> distance(vectors, unit, vectors.ofX(unit) ? y : x))
                .sorted()
                .toArray();
        return distances[distances.length / 2];
    }

    private static Span constantWithin(UnitVectors vectors, double[][] inner, int[] members, int firstUnit) {
        var cross = new double[inner.length][1];
        for (var member : members) {
            cross[member][0] = vectors.constant()[firstUnit + member];
        }
        return new Span(inner, cross, members, new int[] {0});
    }

    /** @param constant the other side's span, whose only target is the constant vector */
    private static double distance(UnitVectors vectors, int unit, Span constant) {
        var h = Math.max(0, 1 - constant.distance(0));
        var share = Math.min(1, vectors.constant()[unit] * vectors.constant()[unit]);
        var square = 1 - h * share - (constant.rank() - h) * (1 - share) / (vectors.samples() - 1);
        return Math.sqrt(Math.max(0, square));
    }
}
