package org.repframework.compare;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import org.repframework.engine.problem.Code;
import org.repframework.spi.ActivationMatrix;

/**
 * The rows of an {@code .npy} file, read in blocks and checked to be finite. The file is not mapped into memory: mapped
 * pages count as resident.
 */
final class NpyActivations implements ActivationMatrix, Closeable {

    /** Bytes read at a time: few enough that what is done with them finds them in the second-level cache. */
    private static final int BUFFER = 1 << 17;

    private final String name;
    private final FileChannel channel;
    private final NpyHeader header;
    private final ByteBuffer bytes; // outside of the heap: what is read is not copied there first

    private NpyActivations(String name, FileChannel channel, NpyHeader header) {
        this.name = name;
        this.channel = channel;
        this.header = header;
        bytes = ByteBuffer.allocateDirect(BUFFER).order(header.order());
    }

    /**
     * @param name for messages
     * @param options how to open it beside reading
     */
    static NpyActivations open(Path file, String name, OpenOption... options) throws IOException, UnusableInput {
        var all = new HashSet<>(List.of(options));
        all.add(StandardOpenOption.READ);
        var channel = FileChannel.open(file, all);
        try {
            var header = NpyHeader.read(channel, name);
            var size = channel.size() - header.offset();
            if (size < header.size()) {
                throw new UnusableInput(
                        Code.UNREADABLE_FILE,
                        name + " is cut short: its " + header.samples() + " x " + header.units() + " values are "
                                + header.size() + " bytes, and " + size + " are there",
                        "");
            }
            return new NpyActivations(name, channel, header);
        } catch (IOException | UnusableInput | RuntimeException unusable) {
            channel.close();
            throw unusable;
        }
    }

    @Override
    public long samples() {
        return header.samples();
    }

    @Override
    public int units() {
        return header.units();
    }

    @Override
    public int samplesPerImage() {
        return 1;
    }

    /** @throws NotFiniteException with the first such value */
    @Override
    public synchronized void read(long first, int count, double[] target) throws IOException {
        if (first < 0 || count < 0 || first + count > samples()) {
            throw new IndexOutOfBoundsException("rows " + first + " to " + (first + count) + " of " + samples());
        }
        if (header.columnwise()) {
            readColumns(first, count, target);
        } else {
            readValues(first * units(), Math.multiplyExact(count, units()), target);
        }
        if (!finiteSum(target, count * units())) {
            requireFinite(first, count, target);
        }
    }

    /**
     * Four sums side by side, so that none waits for the one before: they are finite if all values are. Only finite
     * values near the end of the range can make them infinite.
     */
    private static boolean finiteSum(double[] values, int count) {
        var a = 0.0;
        var b = 0.0;
        var c = 0.0;
        var d = 0.0;
        var i = 0;
        for (; i < count - 3; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < count; i++) {
            a += values[i];
        }
        return Double.isFinite(a + b + c + d);
    }

    private void requireFinite(long first, int count, double[] values) throws NotFiniteException {
        for (var i = 0; i < count * units(); i++) {
            if (!Double.isFinite(values[i])) {
                throw new NotFiniteException(name, first + i / units(), i % units(), values[i]);
            }
        }
    }

    private void readColumns(long first, int count, double[] target) throws IOException {
        var column = new double[count];
        for (var unit = 0; unit < units(); unit++) {
            readValues(unit * samples() + first, count, column);
            for (var row = 0; row < count; row++) {
                target[row * units() + unit] = column[row];
            }
        }
    }

    private void readValues(long first, int count, double[] target) throws IOException {
        var width = header.type().width();
        for (var done = 0; done < count; ) {
            var now = Math.min(count - done, bytes.capacity() / width);
            var position = header.offset() + (first + done) * width;
            bytes.clear().limit(now * width);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, position + bytes.position()) < 0) {
                    throw new EOFException(name + " became shorter while it was read");
                }
            }
            bytes.flip();
            header.type().convert(bytes, target, done, now);
            done += now;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
