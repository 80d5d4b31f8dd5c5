package org.repframework.plugin.subspacematch;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.repframework.spi.StageContext;

/**
 * The maximum epsilon-approximate match of Wang, Hu, Gu, Wu, Hu, He and Hopcroft, "Towards Understanding Learning
 * Representations: To What Extent Do Different Neural Networks Learn the Same Representation" (NIPS 2018), definition 1
 * and algorithm 1: every vector of X* is within epsilon times its length of the span of Y*, and the other way round. The
 * units too far from the other side's span are dropped, alternately, until none is. The result does not depend on the
 * order, since matches are closed under union.
 */
final class MaximumMatch {

    private final UnitVectors vectors;
    private final double limit; // of squared distances of vectors of length 1
    private final StageContext context;

    /** @param epsilon 0 means within the square root of {@link Span#TOLERANCE} */
    MaximumMatch(UnitVectors vectors, double epsilon, StageContext context) {
        this.vectors = vectors;
        this.context = context;
        limit = epsilon * epsilon + Span.TOLERANCE;
    }

    /**
     * The maximum match within some units.
     *
     * @param units living ones, ascending
     * @return those of them that are in it, ascending
     */
    int[] within(int[] units) throws InterruptedException {
        var y = vectors.inY(units);
        var spanY = new Span(vectors.yy(), vectors.yx(), y, vectors.inX(units));
        spanY.dropTargetsBeyond(limit);
        context.checkInterrupted();
        var spanX = new Span(vectors.xx(), vectors.xy(), spanY.targets(), y);
        while (true) {
            context.checkInterrupted();
            var farY = spanX.dropTargetsBeyond(limit);
            if (farY.length == 0) {
                break;
            }
            spanY.dropMembers(farY);
            var farX = spanY.dropTargetsBeyond(limit);
            if (farX.length == 0) {
                break;
            }
            spanX.dropMembers(farX);
        }
        return IntStream.concat(
                        Arrays.stream(spanY.targets()),
                        Arrays.stream(spanX.targets()).map(unit -> unit + vectors.unitsX()))
                .toArray();
    }
}
