package org.repframework.numerics;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.spi.JointMoments;
import org.repframework.spi.Matrix;

/**
 * The joint second moments of recordings whose activations arrive in blocks. Products and sums are in double and about
 * a pilot mean, the mean of a recording's first samples, for which the result is corrected at the end (Chan, Golub and
 * LeVeque, "Algorithms for computing the sample variance", The American Statistician 37, 1983): never E[xy] - E[x]E[y].
 * The result of a pair depends neither on the other pairs nor on the sizes of the blocks, bit for bit.
 */
public final class JointMomentAccumulator implements AutoCloseable {

    /** Positions of two recordings; x == y asks for the moments of a recording with itself. */
    public record Pair(int x, int y) {}

    private final List<ActivationPiece> recordings;
    private final List<Pair> pairs;
    private final Map<Pair, DoublePointer> products = new HashMap<>(); // of the pairs with x != y (p x q)

    public JointMomentAccumulator(int[] unitsPerRecording, List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
        recordings =
                Arrays.stream(unitsPerRecording).mapToObj(ActivationPiece::new).toList();
        for (var pair : pairs) {
            var size = (long) recordings.get(pair.x()).units()
                    * recordings.get(pair.y()).units();
            if (pair.x() != pair.y()) {
                products.computeIfAbsent(pair, missing -> ActivationPiece.zeros(size));
            }
        }
    }

    /**
     * Adds samples to every recording.
     *
     * @param blocks one for each recording, float32 in C order (rows x units): the same samples in both recordings of
     *     a pair
     * @throws IllegalArgumentException if activations are NaN or infinite, or blocks do not fit
     */
    public void add(List<INDArray> blocks) {
        check(blocks);
        OneThread.run(() -> addChecked(blocks));
    }

    /** The moments of each pair, in the order of the pairs. */
    public List<JointMoments> results() {
        OneThread.run(() ->
                complete(recordings.stream().filter(piece -> piece.filled() > 0).toList()));
        var means = new Matrix[recordings.size()];
        var squares = new Matrix[recordings.size()];
        var results = new ArrayList<JointMoments>();
        for (var pair : pairs) {
            for (var side : new int[] {pair.x(), pair.y()}) {
                if (means[side] == null) {
                    requireSamples(side);
                    means[side] = recordings.get(side).mean();
                    squares[side] = recordings.get(side).squares();
                }
            }
            var x = recordings.get(pair.x());
            var y = recordings.get(pair.y());
            results.add(new JointMoments(
                    x.count(),
                    means[pair.x()],
                    means[pair.y()],
                    squares[pair.x()],
                    squares[pair.y()],
                    pair.x() == pair.y() ? squares[pair.x()] : product(pair),
                    x.largest(),
                    y.largest()));
        }
        return results;
    }

    private void check(List<INDArray> blocks) {
        if (blocks.size() != recordings.size()) {
            throw new IllegalArgumentException(blocks.size() + " blocks for " + recordings.size() + " recordings");
        }
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var units = recordings.get(i).units();
            if (block.rank() != 2
                    || block.size(1) != units
                    || block.dataType() != DataType.FLOAT
                    || block.size(0) > 1 && block.stride(0) != units
                    || units > 1 && block.stride(1) != 1) {
                throw new IllegalArgumentException("block " + i + " is not a contiguous float32 matrix of " + units
                        + " columns in C order: " + block.shapeInfoToString());
            }
        }
        for (var pair : pairs) {
            if (blocks.get(pair.x()).rows() != blocks.get(pair.y()).rows()) {
                throw new IllegalArgumentException("recordings " + pair.x() + " and " + pair.y() + " are a pair, but "
                        + blocks.get(pair.x()).rows() + " and "
                        + blocks.get(pair.y()).rows() + " samples were given");
            }
        }
    }

    private void addChecked(List<INDArray> blocks) {
        var taken = new int[blocks.size()];
        var more = true;
        while (more) {
            more = false;
            for (var i = 0; i < taken.length; i++) {
                taken[i] += recordings.get(i).take(blocks.get(i), taken[i]);
                more |= taken[i] < blocks.get(i).rows();
            }
            complete(recordings.stream().filter(ActivationPiece::full).toList());
        }
    }

    private void requireSamples(int recording) {
        if (recordings.get(recording).count() == 0) {
            throw new IllegalStateException("recording " + recording + " was given no sample");
        }
    }

    // The two recordings of a pair have equally full pieces at any time.
    private void complete(List<ActivationPiece> pieces) {
        pieces.forEach(ActivationPiece::complete);
        products.forEach((pair, product) -> {
            var x = recordings.get(pair.x());
            var y = recordings.get(pair.y());
            if (pieces.contains(x)) {
                cblas_dgemm(
                        CblasRowMajor,
                        CblasTrans,
                        CblasNoTrans,
                        x.units(),
                        y.units(),
                        x.filled(),
                        1,
                        x.samples(),
                        x.units(),
                        y.samples(),
                        y.units(),
                        1,
                        product,
                        y.units());
            }
        });
        pieces.forEach(ActivationPiece::clear);
    }

    private Matrix product(Pair pair) {
        var x = recordings.get(pair.x());
        var y = recordings.get(pair.y());
        var values = new double[Math.multiplyExact(x.units(), y.units())];
        products.get(pair).get(values);
        for (var row = 0; row < x.units(); row++) {
            for (var column = 0; column < y.units(); column++) {
                values[row * y.units() + column] -= x.sum(row) * y.shiftOfMean(column);
            }
        }
        return Matrix.of(x.units(), y.units(), values);
    }

    /** Frees the memory outside the heap. */
    @Override
    public void close() {
        recordings.forEach(ActivationPiece::close);
        products.values().forEach(DoublePointer::close);
    }
}
