package org.repframework.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The activations of one recording, kept as a file.
 *
 * @param file an {@code .npy} file of {@link Npy#FLOAT32} or {@link Npy#FLOAT64}, samples x units, in C order
 * @param samples rows, n
 * @param units columns, p
 * @param samplesPerImage rows that one image gives
 */
public record Samples(Path file, long samples, int units, int samplesPerImage) implements Artifact, ActivationMatrix {

    private static final int BUFFER = 1 << 20;

    public Samples {
        if (samples < 1 || units < 1 || samplesPerImage < 1 || samples % samplesPerImage != 0) {
            throw new IllegalArgumentException(
                    samples + " samples of " + units + " units, " + samplesPerImage + " an image");
        }
    }

    @Override
    public void read(long first, int count, double[] target) throws IOException {
        if (first < 0 || count < 0 || first + count > samples) {
            throw new IndexOutOfBoundsException("rows " + first + " to " + (first + count) + " of " + samples);
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = Npy.readHeader(file);
            var single = header.type().equals(Npy.FLOAT32);
            var width = single ? Float.BYTES : Double.BYTES;
            var values = Math.multiplyExact(count, units);
            var bytes = ByteBuffer.allocate((int) Math.min((long) values * width, BUFFER))
                    .order(ByteOrder.LITTLE_ENDIAN);
            var position = header.offset() + first * units * width;
            for (var done = 0; done < values; ) {
                var now = Math.min(values - done, bytes.capacity() / width);
                bytes.clear().limit(now * width);
                Npy.fill(channel, bytes, position, file);
                bytes.flip();
                for (var i = 0; i < now; i++) {
                    target[done + i] = single ? bytes.getFloat(i * width) : bytes.getDouble(i * width);
                }
                done += now;
                position += (long) now * width;
            }
        }
    }
}
