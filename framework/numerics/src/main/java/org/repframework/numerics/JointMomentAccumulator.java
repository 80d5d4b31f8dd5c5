package org.repframework.numerics;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * The result of a pair depends neither on the other pairs nor on the sizes of the blocks nor on the number of threads,
 * bit for bit.
 */
public final class JointMomentAccumulator implements AutoCloseable {

    /** Positions of two recordings; x == y asks for the moments of a recording with itself. */
    public record Pair(int x, int y) {}

    private final List<ActivationPiece> recordings;
    private final List<Pair> pairs;
    private final Map<Pair, PairProducts> products = new LinkedHashMap<>(); // of the pairs with x != y
    private final Threads threads;

    public JointMomentAccumulator(int[] unitsPerRecording, List<Pair> pairs) {
        this(unitsPerRecording, pairs, 1);
    }

    /** @param threads on which the sums are made; the result does not depend on it */
    public JointMomentAccumulator(int[] unitsPerRecording, List<Pair> pairs, int threads) {
        this(unitsPerRecording, pairs, threads, ActivationPiece.ROWS);
    }

    /** @param rows of a piece; the result depends on it in the last bits */
    JointMomentAccumulator(int[] unitsPerRecording, List<Pair> pairs, int threads, int rows) {
        this.pairs = List.copyOf(pairs);
        this.threads = new Threads(threads);
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

    /** The moments of two activation matrices of equally many samples, read block by block. */
    public static JointMoments of(ActivationMatrix x, ActivationMatrix y, int threads) throws IOException {
        var units = new int[] {x.units(), y.units()};
        try (var accumulator = new JointMomentAccumulator(units, List.of(new Pair(0, 1)), threads)) {
            for (var first = 0L; first < x.samples(); first += ActivationPiece.ROWS) {
                accumulator.read(first, (int) Math.min(ActivationPiece.ROWS, x.samples() - first), x, y);
            }
            return accumulator.results().get(0);
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

    private void read(long first, int rows, ActivationMatrix... matrices) throws IOException {
        var reads = new ArrayList<Runnable>();
        for (var i = 0; i < matrices.length; i++) {
            var piece = recordings.get(i);
            var matrix = matrices[i];
            reads.add(() -> {
                try {
                    piece.read(matrix, first, rows);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
        try {
            threads.run(reads);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
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

    // Each sum is one task whatever the number of threads, so that this changes no bit; the large ones come first.
    private void complete(List<ActivationPiece> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        var sums = new ArrayList<Runnable>();
        for (var pair : products.values()) {
            if (pieces.stream().anyMatch(pair::of)) {
                sums.add(pair::add);
            }
        }
        pieces.forEach(piece -> sums.add(piece::add));
        pieces.forEach(ActivationPiece::complete);
        OneThread.run(() -> threads.run(sums));
        pieces.forEach(ActivationPiece::clear);
    }

    /** Frees the memory outside the heap, and the threads. */
    @Override
    public void close() {
        threads.close();
        recordings.forEach(ActivationPiece::close);
        products.values().forEach(PairProducts::close);
    }
}
