package org.repframework.compare;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.repframework.spi.ActivationMatrix;

/** Rows that are asked for block by block: the next block is read on a thread of its own while one is worked on. */
final class ReadAhead implements ActivationMatrix, Closeable {

    /** @param values the rows, as soon as they are read */
    private record Block(long first, int count, Future<double[]> values) {}

    private final ActivationMatrix rows;
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private Block next;

    ReadAhead(ActivationMatrix rows) {
        this.rows = rows;
    }

    @Override
    public long samples() {
        return rows.samples();
    }

    @Override
    public int units() {
        return rows.units();
    }

    @Override
    public int samplesPerImage() {
        return rows.samplesPerImage();
    }

    @Override
    public void read(long first, int count, double[] target) throws IOException {
        var values = new double[0];
        if (next != null && next.first() == first && next.count() == count) {
            values = finished(next.values());
            System.arraycopy(values, 0, target, 0, count * units());
        } else {
            rows.read(first, count, target);
        }
        next = begin(first + count, (int) Math.min(count, samples() - first - count), values);
    }

    /** @param used an array to read into, if it is large enough */
    private Block begin(long first, int count, double[] used) {
        if (count == 0) {
            return null;
        }
        var size = Math.multiplyExact(count, units());
        var values = used.length >= size ? used : new double[size];
        return new Block(first, count, reader.submit(() -> {
            rows.read(first, count, values);
            return values;
        }));
    }

    private static double[] finished(Future<double[]> values) throws IOException {
        try {
            return values.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the comparison was told to stop");
        }
    }

    @Override
    public void close() {
        reader.shutdown(); // not at once: an interrupted read would close the file
    }
}
