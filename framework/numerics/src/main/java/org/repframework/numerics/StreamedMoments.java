package org.repframework.numerics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.repframework.numerics.JointMomentAccumulator.Pair;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.JointMoments;

/**
 * The joint moments of two matrices of equally many samples, read piece by piece. The pieces are dealt in turn to a few
 * accumulators, whose results are merged: they need not wait for each other, and the number of threads changes no bit.
 */
public final class StreamedMoments implements AutoCloseable {

    private final ActivationMatrix x;
    private final ActivationMatrix y;
    private final List<JointMomentAccumulator> accumulators = new ArrayList<>();
    private final ConcurrentNavigableMap<Long, Exception> failures = new ConcurrentSkipListMap<>(); // by piece

    private StreamedMoments(ActivationMatrix x, ActivationMatrix y) {
        this.x = x;
        this.y = y;
        var most = x.units() + y.units() <= 2048 ? 4 : 2; // each holds (p + q)² sums
        for (var i = 0; i < Math.max(1, Math.min(most, pieces())); i++) {
            var units = new int[] {x.units(), y.units()};
            accumulators.add(new JointMomentAccumulator(units, List.of(new Pair(0, 1))));
        }
    }

    /**
     * @param threads on which the matrices are read, side by side, and the sums are made
     * @throws IOException the first that reading throws, in the order of the samples
     * @throws IllegalArgumentException likewise, if activations are NaN or infinite
     */
    public static JointMoments of(ActivationMatrix x, ActivationMatrix y, int threads) throws IOException {
        try (var moments = new StreamedMoments(x, y)) {
            return moments.read(threads);
        }
    }

    private JointMoments read(int threads) throws IOException {
        var readers = Math.min(threads, accumulators.size());
        try (var pool = new Threads(readers)) {
            var tasks = new ArrayList<Runnable>();
            for (var i = 0; i < readers; i++) {
                var reader = i;
                tasks.add(() -> read(reader, readers));
            }
            OneThread.run(() -> pool.run(tasks));
        }
        if (!failures.isEmpty()) {
            var first = failures.firstEntry().getValue();
            if (first instanceof IOException failed) {
                throw failed;
            }
            throw (RuntimeException) first;
        }
        return accumulators.stream()
                .map(accumulator -> accumulator.results().get(0))
                .reduce(JointMoments::merged)
                .orElseThrow();
    }

    /** Every piece of a reader's accumulators, up to the first that fails, whosever it is. */
    private void read(int reader, int readers) {
        for (var piece = 0L; piece < pieces(); piece++) {
            var accumulator = (int) (piece % accumulators.size());
            if (accumulator % readers != reader) {
                continue;
            }
            if (!failures.isEmpty() && failures.firstKey() < piece) {
                return;
            }
            var first = piece * ActivationPiece.ROWS;
            try {
                accumulators
                        .get(accumulator)
                        .read(first, (int) Math.min(ActivationPiece.ROWS, x.samples() - first), x, y);
            } catch (IOException | RuntimeException failed) {
                failures.put(piece, failed);
                return;
            }
        }
    }

    private long pieces() {
        return (x.samples() + ActivationPiece.ROWS - 1) / ActivationPiece.ROWS;
    }

    @Override
    public void close() {
        accumulators.forEach(JointMomentAccumulator::close);
    }
}
