package org.repframework.plugin.deeplearning4j.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.repframework.plugin.deeplearning4j.model.LayerWeights;
import org.repframework.plugin.deeplearning4j.model.WeightedLayer;

/**
 * The state after an epoch, from which a training goes on as if it had never stopped. The order of images is no part of
 * it: that is known for every epoch.
 *
 * @param epochs what the finished epochs gave
 * @param weights of every weighted layer
 * @param momentum of every weighted layer; zeros where a layer does not learn
 */
record Checkpoint(List<EpochResult> epochs, List<LayerWeights> weights, List<LayerWeights> momentum) {

    private static final String FILE = "checkpoint.bin";

    /** Replaces the directory's checkpoint; whenever the process is killed, a whole one is there. */
    void write(Path directory) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new DataOutputStream(bytes)) {
            stream.writeInt(epochs.size());
            for (var epoch : epochs) {
                stream.writeDouble(epoch.loss());
                stream.writeDouble(epoch.accuracy());
                stream.writeDouble(epoch.learningRate());
            }
            for (var layers : List.of(weights, momentum)) {
                for (var layer : layers) {
                    write(layer.weights(), stream);
                    write(layer.biases(), stream);
                }
            }
        }
        var temporary = directory.resolve(FILE + ".new");
        try (var channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var content = ByteBuffer.allocate(Long.BYTES + bytes.size())
                    .putLong(checksum(bytes.toByteArray()))
                    .put(bytes.toByteArray())
                    .flip();
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(
                temporary,
                directory.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The directory's checkpoint; empty if there is none, or none that is whole. */
    static Optional<Checkpoint> read(Path directory, List<WeightedLayer> layers) throws IOException {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var content = ByteBuffer.wrap(Files.readAllBytes(file));
        if (content.remaining() < Long.BYTES) {
            return Optional.empty();
        }
        var checksum = content.getLong();
        var bytes = new byte[content.remaining()];
        content.get(bytes);
        return checksum == checksum(bytes) ? Optional.of(parse(bytes, layers)) : Optional.empty();
    }

    private static Checkpoint parse(byte[] bytes, List<WeightedLayer> layers) throws IOException {
        try (var stream = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var epochs = new ArrayList<EpochResult>();
            for (var remaining = stream.readInt(); remaining > 0; remaining--) {
                epochs.add(new EpochResult(stream.readDouble(), stream.readDouble(), stream.readDouble()));
            }
            return new Checkpoint(epochs, layers(layers, stream), layers(layers, stream));
        }
    }

    private static List<LayerWeights> layers(List<WeightedLayer> layers, DataInputStream stream) throws IOException {
        var all = new ArrayList<LayerWeights>();
        for (var layer : layers) {
            var values = LayerWeights.zeros(layer);
            read(values.weights(), stream);
            read(values.biases(), stream);
            all.add(values);
        }
        return all;
    }

    private static void write(float[] values, DataOutputStream stream) throws IOException {
        var buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        buffer.asFloatBuffer().put(values);
        stream.write(buffer.array());
    }

    private static void read(float[] values, DataInputStream stream) throws IOException {
        var buffer = ByteBuffer.wrap(stream.readNBytes(Math.multiplyExact(values.length, Float.BYTES)));
        buffer.asFloatBuffer().get(values);
    }

    private static long checksum(byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
