package org.repframework.numerics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.repframework.spi.ActivationMatrix;
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
    private final Map<Pair, PairProducts> products = new LinkedHashMap<>(); // of the pairs with x != y

    public JointMomentAccumulator(int[] unitsPerRecording, List<Pair> pairs) {
        this(unitsPerRecording, pairs, ActivationPiece.ROWS);
    }

    /** @param rows of a piece; the result depends on it in the last bits */
    JointMomentAccumulator(int[] unitsPerRecording, List<Pair> pairs, int rows) {
        this.pairs = List.copyOf(pairs);
        recordings = Arrays.stream(unitsPerRecording)
                .mapToObj(units -> new ActivationPiece(units, rows))
                .toList();
        for (var pair : pairs) {
            if (pair.x() != pair.y()) {
                products.computeIfAbsent(
                        pair, missing -> new PairProducts(recordings.get(pair.x()), recordings.get(pair.y())));
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
        add(
                blocks.stream().map(Block::of).toList(),
                blocks.stream().mapToInt(INDArray::rows).toArray());
    }

    /**
     * Adds samples to every recording.
     *
     * @param blocks one for each recording, row by row, at least rows x units
     * @throws IllegalArgumentException if activations are NaN or infinite, or blocks do not fit
     */
    public void add(int rows, double[]... blocks) {
        add(
                rows,
                Arrays.stream(blocks).mapToInt(block -> block.length).toArray(),
                Arrays.stream(blocks).map(Block::of).toList());
    }

    /** The same with float32 values. */
    public void add(int rows, float[]... blocks) {
        add(
                rows,
                Arrays.stream(blocks).mapToInt(block -> block.length).toArray(),
                Arrays.stream(blocks).map(Block::of).toList());
    }

    /** Adds a piece of samples, read from one matrix for each recording. */
    void read(long first, int rows, ActivationMatrix... matrices) throws IOException {
        for (var i = 0; i < matrices.length; i++) {
            recordings.get(i).read(matrices[i], first, rows);
        }
        complete(recordings);
    }

    /** The moments of each pair, in the order of the pairs. */
    public List<JointMoments> results() {
        complete(recordings.stream().filter(piece -> piece.filled() > 0).toList());
        var squares = new Matrix[recordings.size()];
        var results = new ArrayList<JointMoments>();
        for (var pair : pairs) {
            for (var side : new int[] {pair.x(), pair.y()}) {
                if (squares[side] == null) {
                    requireSamples(side);
                    squares[side] = recordings.get(side).squares();
                }
            }
            results.add(
                    pair.x() == pair.y()
                            ? PairProducts.moments(recordings.get(pair.x()), squares[pair.x()])
                            : products.get(pair).moments(squares[pair.x()], squares[pair.y()]));
        }
        return results;
    }

    private void check(List<INDArray> blocks) {
        requireBlocks(blocks.size());
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

    private void add(int rows, int[] lengths, List<Block> blocks) {
        requireBlocks(blocks.size());
        for (var i = 0; i < lengths.length; i++) {
            if (lengths[i] < (long) rows * recordings.get(i).units()) {
                throw new IllegalArgumentException("block " + i + " has " + lengths[i] + " values; " + rows
                        + " rows of " + recordings.get(i).units() + " units were to be added");
            }
        }
        var rowsPerBlock = new int[lengths.length];
        Arrays.fill(rowsPerBlock, rows);
        add(blocks, rowsPerBlock);
    }

    private void add(List<Block> blocks, int[] rows) {
        var taken = new int[rows.length];
        var more = true;
        while (more) {
            more = false;
            for (var i = 0; i < taken.length; i++) {
                taken[i] += recordings.get(i).take(blocks.get(i), taken[i], rows[i]);
                more |= taken[i] < rows[i];
            }
            complete(recordings.stream().filter(ActivationPiece::full).toList());
        }
    }

    private void requireBlocks(int count) {
        if (count != recordings.size()) {
            throw new IllegalArgumentException(count + " blocks for " + recordings.size() + " recordings");
        }
    }

    private void requireSamples(int recording) {
        if (recordings.get(recording).count() == 0) {
            throw new IllegalStateException("recording " + recording + " was given no sample");
        }
    }

    private void complete(List<ActivationPiece> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        pieces.forEach(ActivationPiece::complete);
        OneThread.run(() -> {
            products.values().stream()
                    .filter(pair -> pieces.stream().anyMatch(pair::of))
                    .forEach(PairProducts::add);
            pieces.forEach(ActivationPiece::add);
        });
        pieces.forEach(ActivationPiece::clear);
    }

    /** Frees the memory outside the heap. */
    @Override
    public void close() {
        recordings.forEach(ActivationPiece::close);
        products.values().forEach(PairProducts::close);
    }
}
