package org.repframework.plugin.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.repframework.numerics.MatrixProduct;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.Matrix;
import org.repframework.spi.StageContext;

/**
 * Pearson's correlations of two sides for several orders of y's images. Only XᵀY differs from order to order: x is read
 * once for all orders that are asked for together, in blocks of whole images.
 */
final class PermutedCorrelations {

    private static final long MOST_IN_MEMORY = 32L << 20; // values: 256 MB

    private final StandardisedSamples x;
    private final StandardisedSamples y;

    PermutedCorrelations(ActivationMatrix x, ActivationMatrix y, StageContext context)
            throws IOException, InterruptedException {
        this.x = StandardisedSamples.of(x, context);
        this.y = StandardisedSamples.of(y, context);
    }

    List<Integer> deadX() {
        return x.dead();
    }

    List<Integer> deadY() {
        return y.dead();
    }

    /** How many orders may be asked for together, so that their matrices fit into memory. */
    int together() {
        return (int) Math.max(1, MOST_IN_MEMORY / ((long) x.units() * y.units()));
    }

    /** A matrix for each order of the images of y (units of x times units of y). */
    List<Matrix> of(List<int[]> orders, StageContext context) throws IOException, InterruptedException {
        var natural = new int[x.images()];
        Arrays.setAll(natural, image -> image);
        var sums = new double[orders.size()][Math.multiplyExact(x.units(), y.units())];
        for (var first = 0; first < natural.length; first += x.imagesPerBlock()) {
            var images = Math.min(x.imagesPerBlock(), natural.length - first);
            var left = x.block(natural, first, images);
            var rows = left.length / x.units();
            var transposed = Matrix.of(rows, x.units(), left).transposed();
            for (var i = 0; i < sums.length; i++) {
                context.checkInterrupted();
                var right = Matrix.of(rows, y.units(), y.block(orders.get(i), first, images));
                add(MatrixProduct.of(transposed, right).toArray(), sums[i]);
            }
        }
        var matrices = new ArrayList<Matrix>();
        for (var sum : sums) {
            Arrays.setAll(sum, i -> Math.max(-1, Math.min(1, sum[i])));
            matrices.add(Matrix.of(x.units(), y.units(), sum));
        }
        return matrices;
    }

    private static void add(double[] values, double[] to) {
        for (var i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
    }
}
