package org.repframework.plugin.deeplearning4j.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.repframework.plugin.deeplearning4j.model.LayerWeights;
import org.repframework.plugin.deeplearning4j.model.LearnedLayer;

/**
 * The state after an epoch, from which a training goes on as if it had never stopped. The order of images is no part of
 * it: that is known for every epoch.
 *
 * @param epochs what the finished epochs gave
 * @param weights of every layer that learns or has learned, with the running statistics of batch normalisation
 * @param momentum of the same layers; zeros where a layer does not learn
 */
record Checkpoint(List<EpochResult> epochs, List<LayerWeights> weights, List<LayerWeights> momentum) {

    private static final String FILE = "checkpoint.bin";
    private static final int BUFFER = 1 << 16; // bytes

    /** Replaces the directory's checkpoint; whenever the process is killed, a whole one is there. */
    void write(Path directory) throws IOException {
        var temporary = directory.resolve(FILE + ".new");
        try (var channel = FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var checked = new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32());
                var stream = new DataOutputStream(new BufferedOutputStream(checked, BUFFER))) {
            stream.writeInt(epochs.size());
            for (var epoch : epochs) {
                stream.writeDouble(epoch.loss());
                stream.writeDouble(epoch.accuracy());
                stream.writeDouble(epoch.learningRate());
            }
            for (var layers : List.of(weights, momentum)) {
                for (var layer : layers) {
                    for (var values : layer.arrays()) {
                        write(values, stream);
                    }
                }
            }
            stream.flush();
            stream.writeLong(checked.getChecksum().getValue());
            stream.flush();
            channel.force(true);
        }
        Files.move(
                temporary,
                directory.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The directory's checkpoint; empty if there is none, or none that is whole. */
    static Optional<Checkpoint> read(Path directory, List<LearnedLayer> layers) throws IOException {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var checksum = new CRC32();
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                var stream = new DataInputStream(new CheckedInputStream(bytes, checksum))) {
            var epochs = new ArrayList<EpochResult>();
            for (var remaining = stream.readInt(); remaining > 0; remaining--) {
                epochs.add(new EpochResult(stream.readDouble(), stream.readDouble(), stream.readDouble()));
            }
            var checkpoint = new Checkpoint(epochs, layers(layers, stream), layers(layers, stream));
            var actual = checksum.getValue();
            return stream.readLong() == actual && stream.read() < 0 ? Optional.of(checkpoint) : Optional.empty();
        } catch (EOFException cutShort) {
            return Optional.empty();
        }
    }

    private static List<LayerWeights> layers(List<LearnedLayer> layers, DataInputStream stream) throws IOException {
        var all = new ArrayList<LayerWeights>();
        for (var layer : layers) {
            var values = LayerWeights.zeros(layer);
            for (var array : values.arrays()) {
                read(array, stream);
            }
            all.add(values);
        }
        return all;
    }

    private static void write(float[] values, DataOutputStream stream) throws IOException {
        var buffer = ByteBuffer.allocate(BUFFER);
        for (var first = 0; first < values.length; first += BUFFER / Float.BYTES) {
            var count = Math.min(BUFFER / Float.BYTES, values.length - first);
            buffer.asFloatBuffer().put(values, first, count);
            stream.write(buffer.array(), 0, count * Float.BYTES);
        }
    }

    private static void read(float[] values, DataInputStream stream) throws IOException {
        var buffer = ByteBuffer.allocate(BUFFER);
        for (var first = 0; first < values.length; first += BUFFER / Float.BYTES) {
            var count = Math.min(BUFFER / Float.BYTES, values.length - first);
            stream.readFully(buffer.array(), 0, count * Float.BYTES);
            buffer.asFloatBuffer().get(values, first, count);
        }
    }
}
